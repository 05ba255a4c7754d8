package org.silian.organisation;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface Appointments extends ListCrudRepository<Appointment, UUID> {}
