package org.silian.task;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.permission.Permissions;

/**
 * What makes a task an actor's own: the person, and the post in use with what it may do in its
 * organisation. Who has no post in use owes as a person alone.
 */
record Desk(
    @Nullable UUID person,
    @Nullable UUID appointment,
    @Nullable UUID organisation,
    Set<String> permissions) {

  static Desk of(Actor actor, Permissions permissions) {
    return actor.appointment() == null || actor.role() == null
        ? new Desk(actor.person(), null, null, Set.of())
        : new Desk(
            actor.person(),
            actor.appointment(),
            actor.organisation(),
            permissions.of(actor.role()));
  }

  /** Whether it is owed here by the post in use. */
  boolean owesByPost(TaskRow task) {
    if (task.appointment() != null) {
      return task.appointment().equals(appointment);
    }
    return task.organisation() != null
        && task.organisation().equals(organisation)
        && task.permission() != null
        && permissions.contains(task.permission());
  }
}
