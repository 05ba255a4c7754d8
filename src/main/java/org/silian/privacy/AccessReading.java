package org.silian.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.journal.Names;
import org.silian.journal.Subject;
import org.silian.language.Texts;
import org.silian.permission.Role;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the access log: for each person what concerns her, for the auditor all of it. */
@Component
class AccessReading {

  private final JdbcClient jdbc;
  private final AccessLog accessLog;
  private final KnownPersons persons;
  private final Names names;
  private final Texts texts;

  AccessReading(
      JdbcClient jdbc, AccessLog accessLog, KnownPersons persons, Names names, Texts texts) {
    this.jdbc = jdbc;
    this.accessLog = accessLog;
    this.persons = persons;
    this.names = names;
    this.texts = texts;
  }

  /**
   * A look at a record.
   *
   * @param purpose what was looked at, in a few words
   * @param post of the reader, or what she is where she acted in none
   * @param reader by name; absent where she acted in no post, as a volunteer does
   * @param persons how many persons it showed
   */
  record AccessRow(
      UUID id, Instant at, String purpose, String post, @Nullable String reader, int persons) {}

  private record Row(
      UUID id,
      Instant at,
      UUID reader,
      @Nullable UUID appointment,
      Role role,
      String purpose,
      int persons) {}

  /** What others read of a person, the latest first. */
  Page<AccessRow> of(UUID person, @Nullable Cursor after, int size) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("persons", persons.ids(person).toArray(UUID[]::new));
    return page("persons && :persons", values, after, size, false);
  }

  /**
   * The whole log, the latest first. That it was looked into is noted in it.
   *
   * @param reader whose looks alone
   * @param purpose for which alone
   */
  @Transactional
  Page<AccessRow> all(
      @Nullable UUID reader, @Nullable String purpose, @Nullable Cursor after, int size) {
    var actor = Actor.current();
    accessLog.read(
        new Subject("access-log", reader == null ? actor.personOrRefuse() : reader),
        List.of(),
        "privacy.access-log");
    var where = new StringBuilder("true");
    var values = new HashMap<String, @Nullable Object>();
    if (reader != null) {
      where.append(" and reader_id = :reader");
      values.put("reader", reader);
    }
    if (purpose != null) {
      where.append(" and purpose = :purpose");
      values.put("purpose", purpose);
    }
    return page(where.toString(), values, after, size, true);
  }

  /** How often each purpose was read for in the last days. */
  record AccessCount(String purpose, String name, long reads, long readers) {}

  List<AccessCount> counts(Instant since) {
    return jdbc.sql(
            """
            select purpose, count(*) as reads, count(distinct reader_id) as readers
            from privacy_access where at >= ? group by purpose order by purpose""")
        .param(since.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new AccessCount(
                    row.getString(1),
                    texts.text("read." + row.getString(1)),
                    row.getLong(2),
                    row.getLong(3)))
        .list();
  }

  private Page<AccessRow> page(
      String where,
      Map<String, @Nullable Object> values,
      @Nullable Cursor after,
      int size,
      boolean named) {
    var sql =
        new StringBuilder(
                """
                select id, at, reader_id, appointment_id, role, purpose,
                  cardinality(persons) as persons
                from privacy_access where\s""")
            .append(where);
    if (after != null) {
      sql.append(" and (at, id) < (:at, :id)");
      values.put("at", after.instant().atOffset(ZoneOffset.UTC));
      values.put("id", after.id());
    }
    values.put("limit", size + 1);
    var rows =
        jdbc.sql(sql + " order by at desc, id desc limit :limit")
            .params(values)
            .query(AccessReading::row)
            .list();
    var ids = new HashSet<UUID>();
    rows.forEach(
        row -> {
          ids.add(row.reader());
          if (row.appointment() != null) {
            ids.add(row.appointment());
          }
        });
    var known = names.of(ids);
    return Page.of(rows, size, row -> new Cursor(row.at().toString(), row.id()))
        .map(
            row -> {
              var post = row.appointment() == null ? null : known.get(row.appointment());
              return new AccessRow(
                  row.id(),
                  row.at(),
                  texts.text("read." + row.purpose()),
                  post == null ? texts.text("role." + row.role()) : post,
                  named || row.appointment() != null ? known.get(row.reader()) : null,
                  row.persons());
            });
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("reader_id", UUID.class),
        row.getObject("appointment_id", UUID.class),
        Role.valueOf(row.getString("role")),
        row.getString("purpose"),
        row.getInt("persons"));
  }

  /** The days that counts look back. */
  static Instant daysBack(Instant now, int days) {
    return District.start(District.day(now).minusDays(days));
  }
}
