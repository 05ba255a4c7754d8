package org.silian.territory;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface DrawnGrids extends ListCrudRepository<Grid, UUID> {}
