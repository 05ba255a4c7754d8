package org.silian.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.journal.Subject;
import org.silian.problem.Refusal;

/** A line of a task list as it is stored, before anything is named. */
record TaskRow(
    UUID id,
    String kind,
    Subject subject,
    @Nullable UUID person,
    @Nullable UUID organisation,
    @Nullable String permission,
    @Nullable UUID appointment,
    @Nullable LocalDate due,
    @Nullable UUID asker,
    @Nullable Instant urgedAt,
    @Nullable String urgedWords,
    boolean closed,
    long version) {

  static final String COLUMNS =
      """
      id, kind, subject_type, subject_id, person_id, organisation_id, permission, appointment_id,
      due, asker_id, urged_at, urged_words, closed_at, version""";

  /** What has no due day comes last. */
  static final String ORDER = "coalesce(due, 'infinity'::date), id";

  private static final String NEVER = "infinity";

  static TaskRow read(ResultSet row, int n) throws SQLException {
    var urgedAt = row.getObject("urged_at", OffsetDateTime.class);
    return new TaskRow(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        new Subject(row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
        row.getObject("person_id", UUID.class),
        row.getObject("organisation_id", UUID.class),
        row.getString("permission"),
        row.getObject("appointment_id", UUID.class),
        row.getObject("due", LocalDate.class),
        row.getObject("asker_id", UUID.class),
        urgedAt == null ? null : urgedAt.toInstant(),
        row.getString("urged_words"),
        row.getObject("closed_at") != null,
        row.getLong("version"));
  }

  Cursor cursor() {
    return new Cursor(due == null ? NEVER : due.toString(), id);
  }

  /** The cursor, if its key is one that {@link #cursor} gives. */
  static Cursor checked(Cursor cursor) {
    if (!cursor.key().matches(NEVER + "|\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])")) {
      throw Refusal.invalid("cursor", "after");
    }
    return cursor;
  }

  boolean isOverdue(LocalDate today) {
    return !closed && due != null && due.isBefore(today);
  }
}
