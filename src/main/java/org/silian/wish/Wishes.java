package org.silian.wish;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface Wishes extends ListCrudRepository<Wish, UUID> {}
