package org.silian.alliance;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface JointDocuments extends ListCrudRepository<JointDocument, UUID> {}
