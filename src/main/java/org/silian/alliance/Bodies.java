package org.silian.alliance;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface Bodies extends ListCrudRepository<Body, UUID> {}
