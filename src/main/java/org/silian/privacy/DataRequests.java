package org.silian.privacy;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface DataRequests extends ListCrudRepository<DataRequest, UUID> {}
