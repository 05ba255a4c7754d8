package org.silian.task;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** Tasks as they are changed; closed ones stay for the record. */
interface OpenTasks extends ListCrudRepository<Task, UUID> {

  Optional<Task> findBySubjectTypeAndSubjectIdAndKindAndClosedAtIsNull(
      String type, UUID id, String kind);

  List<Task> findBySubjectTypeAndSubjectIdAndClosedAtIsNull(String type, UUID id);

  List<Task> findByAppointmentAndClosedAtIsNullOrderById(UUID appointment);
}
