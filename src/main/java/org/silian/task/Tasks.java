package org.silian.task;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.silian.journal.Subject;
import org.silian.permission.Permissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens and closes tasks, in the transaction of the command that makes or settles them. Most
 * commands do, so each is one statement; what people do with a task is {@link Task}'s business.
 */
@Component
@Transactional
public class Tasks {

  private static final String OPEN =
      """
      insert into task (id, kind, subject_type, subject_id, person_id, organisation_id, permission,
        due, asker_id, opened_at, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      on conflict (subject_type, subject_id, kind) where closed_at is null
        do update set due = excluded.due, version = task.version + 1
      returning id""";

  /** What was said to press for it goes with it; the journal keeps the words while it may. */
  private static final String CLOSE =
      """
      update task set closed_at = ?, urged_words = null, version = version + 1
      where subject_type = ? and subject_id = ? and closed_at is null""";

  private final JdbcClient jdbc;
  private final Permissions permissions;
  private final Clock clock;

  Tasks(JdbcClient jdbc, Permissions permissions, Clock clock) {
    this.jdbc = jdbc;
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
    var owner = opening.owner();
    var posts = owner instanceof Owner.OfPosts ofPosts ? ofPosts : null;
    if (posts != null && !permissions.knows(posts.permission())) {
      throw new IllegalArgumentException("No module declares the permission " + posts.permission());
    }
    return jdbc.sql(OPEN)
        .param(UuidCreator.getTimeOrderedEpoch())
        .param(opening.kind())
        .param(opening.subject().type())
        .param(opening.subject().id())
        .param(owner instanceof Owner.OfPerson(var person) ? person : null)
        .param(posts == null ? null : posts.organisation())
        .param(posts == null ? null : posts.permission())
        .param(opening.due())
        .param(opening.asker())
        .param(now())
        .query((row, n) -> row.getObject(1, UUID.class))
        .single();
  }

  /** Takes the open task of this kind about the record off the list, if there is one. */
  public void close(Subject subject, String kind) {
    jdbc.sql(CLOSE + " and kind = ?").params(now(), subject.type(), subject.id(), kind).update();
  }

  /** Takes all open tasks about the record off their lists. */
  public void closeAll(Subject subject) {
    jdbc.sql(CLOSE).params(now(), subject.type(), subject.id()).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
