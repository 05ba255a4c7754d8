package org.silian.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Subject;
import org.silian.problem.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Something owed about a record until it is done or falls away: {@link Tasks} opens and closes it.
 */
@Table("task")
class Task extends AbstractAggregateRoot<Task> {

  @Id private final UUID id;
  private final String kind;
  private final String subjectType;
  private final UUID subjectId;

  @Column("person_id")
  private final @Nullable UUID person;

  @Column("organisation_id")
  private @Nullable UUID organisation;

  private final @Nullable String permission;

  @Column("appointment_id")
  private @Nullable UUID appointment;

  private final @Nullable LocalDate due;

  @Column("asker_id")
  private final @Nullable UUID asker;

  private final Instant openedAt;
  private final @Nullable Instant closedAt;
  private @Nullable Instant urgedAt;
  private @Nullable String urgedWords;
  @Version private long version;

  @PersistenceCreator
  Task(
      UUID id,
      String kind,
      String subjectType,
      UUID subjectId,
      @Nullable UUID person,
      @Nullable UUID organisation,
      @Nullable String permission,
      @Nullable UUID appointment,
      @Nullable LocalDate due,
      @Nullable UUID asker,
      Instant openedAt,
      @Nullable Instant closedAt,
      @Nullable Instant urgedAt,
      @Nullable String urgedWords,
      long version) {
    this.id = id;
    this.kind = kind;
    this.subjectType = subjectType;
    this.subjectId = subjectId;
    this.person = person;
    this.organisation = organisation;
    this.permission = permission;
    this.appointment = appointment;
    this.due = due;
    this.asker = asker;
    this.openedAt = openedAt;
    this.closedAt = closedAt;
    this.urgedAt = urgedAt;
    this.urgedWords = urgedWords;
    this.version = version;
  }

  /**
   * Presses for it.
   *
   * @param place where the organisation that owes it stands; absent where a person owes it
   */
  void urge(Line line, @Nullable Place place, String words, Instant now) {
    refuseIfClosed();
    if (organisation == null || place == null || !line.leadsTo(place)) {
      throw Refusal.forbidden("task.not-own-line");
    }
    urgedAt = now;
    urgedWords = words;
    registerEvent(new TaskUrged(id, subject(), organisation, now, words));
  }

  /** Gives it to one post of the organisation that owes it. Who may have it is asked before. */
  void handOver(UUID post, Instant now) {
    refuseIfClosed();
    if (organisation == null) {
      throw Refusal.ruleBroken("task.personal");
    }
    if (post.equals(appointment)) {
      return;
    }
    appointment = post;
    registerEvent(new TaskHandedOver(id, subject(), organisation, post, now));
  }

  /** Gives it back to all posts of an organisation. */
  void returnTo(UUID to, Instant now) {
    appointment = null;
    organisation = to;
    registerEvent(new TaskReturned(id, subject(), to, now));
  }

  private void refuseIfClosed() {
    if (closedAt != null) {
      throw Refusal.conflict("task.closed");
    }
  }

  UUID id() {
    return id;
  }

  Subject subject() {
    return new Subject(subjectType, subjectId);
  }

  /** The posts that owe it; absent where a person does. */
  Owner.@Nullable OfPosts posts() {
    return organisation == null || permission == null
        ? null
        : new Owner.OfPosts(organisation, permission);
  }

  @Nullable UUID appointment() {
    return appointment;
  }

  long version() {
    return version;
  }
}
