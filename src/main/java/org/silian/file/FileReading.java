package org.silian.file;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.silian.file.Files.Attachment;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Subjects;
import org.silian.problem.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files as the actor may see them. */
@Component
class FileReading {

  private final Files files;
  private final Subjects subjects;
  private final ObjectProvider<FileDoor> doors;

  FileReading(Files files, Subjects subjects, ObjectProvider<FileDoor> doors) {
    this.files = files;
    this.subjects = subjects;
    this.doors = doors;
  }

  /**
   * @throws Refusal {@code not-found} where the actor may not open the record or its files
   */
  @Transactional(readOnly = true)
  List<Attachment> of(Subject subject) {
    refuseUnlessVisible(subject);
    return files.of(subject);
  }

  /**
   * @throws Refusal {@code not-found} where there is none, or none for this actor
   */
  @Transactional(readOnly = true)
  Attachment get(UUID id) {
    var file = files.get(id);
    refuseUnlessVisible(file.subject());
    return file;
  }

  private void refuseUnlessVisible(Subject subject) {
    var actor = Actor.current();
    subjects.refuseUnlessVisible(subject, actor);
    if (!doors.stream()
        .filter(door -> Objects.equals(door.type(), subject.type()))
        .allMatch(door -> door.opens(subject.id(), actor))) {
      throw Refusal.notFound("not-found");
    }
  }
}
