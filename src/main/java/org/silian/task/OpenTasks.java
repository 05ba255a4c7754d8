package org.silian.task;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** Tasks as they are changed; closed ones stay for the record. */
interface OpenTasks extends ListCrudRepository<Task, UUID> {

  List<Task> findByAppointmentAndClosedAtIsNullOrderById(UUID appointment);
}
