package org.silian.task;

import java.time.Clock;
import java.util.UUID;
import org.silian.journal.Subject;
import org.silian.permission.Permissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes tasks, in the transaction of the command that makes or settles them. */
@Component
@Transactional
public class Tasks {

  private final OpenTasks tasks;
  private final Permissions permissions;
  private final Clock clock;

  Tasks(OpenTasks tasks, Permissions permissions, Clock clock) {
    this.tasks = tasks;
    this.permissions = permissions;
    this.clock = clock;
  }

  /**
   * Puts a task on its owner's list. Where one of the same kind about the same record is open
   * already, that one stays, with the new due day.
   *
   * @return the id of the open task
   */
  public UUID open(Opening opening) {
    if (opening.owner() instanceof Owner.OfPosts(var _, var permission)
        && !permissions.knows(permission)) {
      throw new IllegalArgumentException("No module declares the permission " + permission);
    }
    var subject = opening.subject();
    var open =
        tasks.findBySubjectTypeAndSubjectIdAndKindAndClosedAtIsNull(
            subject.type(), subject.id(), opening.kind());
    open.ifPresent(task -> task.postpone(opening.due()));
    return tasks.save(open.orElseGet(() -> Task.open(opening, clock.instant()))).id();
  }

  /** Takes the open task of this kind about the record off the list, if there is one. */
  public void close(Subject subject, String kind) {
    tasks
        .findBySubjectTypeAndSubjectIdAndKindAndClosedAtIsNull(subject.type(), subject.id(), kind)
        .ifPresent(this::close);
  }

  /** Takes all open tasks about the record off their lists. */
  public void closeAll(Subject subject) {
    tasks
        .findBySubjectTypeAndSubjectIdAndClosedAtIsNull(subject.type(), subject.id())
        .forEach(this::close);
  }

  private void close(Task task) {
    task.close(clock.instant());
    tasks.save(task);
  }
}
