package org.silian.organisation;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface Persons extends ListCrudRepository<Person, UUID> {}
