package org.silian.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Subject;
import org.silian.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The notices of one person. */
@Component
class Inbox {

  private final JdbcClient jdbc;
  private final Clock clock;

  Inbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A notice as it is stored. */
  record Notice(
      UUID id,
      String code,
      Subject subject,
      Map<String, Object> arguments,
      Instant at,
      boolean read) {

    @SuppressWarnings("unchecked")
    private static Notice from(ResultSet row, int n) throws SQLException {
      return new Notice(
          row.getObject("id", UUID.class),
          row.getString("code"),
          new Subject(row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
          JsonMapper.shared().readValue(row.getString("arguments"), Map.class),
          row.getObject("at", OffsetDateTime.class).toInstant(),
          row.getObject("read_at") != null);
    }
  }

  /** The latest first. */
  Page<Notice> of(UUID person, @Nullable Cursor after, int size) {
    var statement =
        jdbc.sql(
                """
                select id, code, subject_type, subject_id, arguments, at, read_at from notice
                where person_id = :person %s order by at desc, id desc limit :limit"""
                    .formatted(after == null ? "" : "and (at, id) < (:at, :id)"))
            .param("person", person)
            .param("limit", size + 1);
    if (after != null) {
      statement = statement.param("at", at(after).atOffset(ZoneOffset.UTC)).param("id", after.id());
    }
    return Page.of(
        statement.query(Notice::from).list(),
        size,
        notice -> new Cursor(notice.at().toString(), notice.id()));
  }

  /** What goes out in one letter, the first first. */
  List<Notice> ofLetter(UUID letter) {
    return jdbc.sql(
            """
            select n.id, n.code, n.subject_type, n.subject_id, n.arguments, n.at, n.read_at
            from notice n join notice_mail m on m.notice_id = n.id
            where m.letter = ? and n.read_at is null order by n.at, n.id""")
        .param(letter)
        .query(Notice::from)
        .list();
  }

  private static Instant at(Cursor cursor) {
    try {
      return Instant.parse(cursor.key());
    } catch (DateTimeParseException e) {
      throw Refusal.invalid("cursor", "after");
    }
  }

  long unread(UUID person) {
    return jdbc.sql("select count(*) from notice where person_id = ? and read_at is null")
        .param(person)
        .query((row, n) -> row.getLong(1))
        .single();
  }

  /**
   * Marks one as read; the first reading counts.
   *
   * @throws Refusal {@code notice.not-found}, also for another person's
   */
  void read(UUID person, UUID notice) {
    var changed =
        jdbc.sql("update notice set read_at = coalesce(read_at, ?) where id = ? and person_id = ?")
            .params(now(), notice, person)
            .update();
    if (changed == 0) {
      throw Refusal.notFound("notice.not-found");
    }
  }

  void readAll(UUID person) {
    jdbc.sql("update notice set read_at = ? where person_id = ? and read_at is null")
        .params(now(), person)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
