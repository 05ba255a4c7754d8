package org.silian.file;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.silian.file.Files.Attachment;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Subjects;
import org.silian.privacy.AccessLog;
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
  private final AccessLog accessLog;

  FileReading(Files files, Subjects subjects, ObjectProvider<FileDoor> doors, AccessLog accessLog) {
    this.files = files;
    this.subjects = subjects;
    this.doors = doors;
    this.accessLog = accessLog;
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
   * A file that the actor is about to open, which the access log notes.
   *
   * @throws Refusal {@code not-found} where there is none, or none for this actor
   */
  @Transactional
  Attachment get(UUID id) {
    var file = files.get(id);
    var subject = file.subject();
    refuseUnlessVisible(subject);
    accessLog.read(
        subject,
        doors(subject).flatMap(door -> door.persons(subject.id()).stream()).toList(),
        "file.open");
    return file;
  }

  private void refuseUnlessVisible(Subject subject) {
    var actor = Actor.current();
    subjects.refuseUnlessVisible(subject, actor);
    if (!doors(subject).allMatch(door -> door.opens(subject.id(), actor))) {
      throw Refusal.notFound("not-found");
    }
  }

  private Stream<FileDoor> doors(Subject subject) {
    return doors.stream().filter(door -> door.type().equals(subject.type()));
  }
}
