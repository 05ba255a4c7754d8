package org.silian.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.language.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads entries as sentences in the person's language. */
@Component
public class Timelines {

  private final JdbcClient jdbc;
  private final Texts texts;
  private final Names names;
  private final Subjects subjects;

  Timelines(JdbcClient jdbc, Texts texts, Names names, Subjects subjects) {
    this.jdbc = jdbc;
    this.subjects = subjects;
    this.texts = texts;
    this.names = names;
  }

  /**
   * One entry as a person reads it.
   *
   * @param sentence what happened, in the language asked for
   * @param actor who did it; absent for the system and for an erased person
   * @param post in which post
   * @param reversed whether a later entry has taken it back
   * @param words what was said about it, unless erased
   */
  public record TimelineEntry(
      UUID id,
      Instant occurredAt,
      Instant recordedAt,
      String sentence,
      @Nullable String actor,
      @Nullable String post,
      boolean reversed,
      @Nullable String words) {}

  /** All entries of a record, the latest first. Who may see the record is asked before. */
  public List<TimelineEntry> of(Subject subject) {
    return sentences(
        jdbc.sql(SELECT + " where e.subject_type = :type and e.subject_id in (:ids)" + ORDER)
            .param("type", subject.type())
            .param("ids", subjects.ids(subject))
            .query(Timelines::row)
            .list());
  }

  /** The sentences of single entries, by id. */
  public Map<UUID, String> sentences(Set<UUID> entries) {
    if (entries.isEmpty()) {
      return Map.of();
    }
    var found = new HashMap<UUID, String>();
    sentences(
            jdbc.sql(SELECT + " where e.id in (:ids)" + ORDER)
                .param("ids", entries)
                .query(Timelines::row)
                .list())
        .forEach(entry -> found.put(entry.id(), entry.sentence()));
    return found;
  }

  private static final String SELECT =
      """
      select e.id, e.fact, e.organisation_id, e.occurred_at, e.recorded_at, e.person_id,
        e.appointment_id, e.body, w.words,
        exists (select from journal_entry r where r.reverses = e.id) as reversed
      from journal_entry e left join journal_words w on w.entry_id = e.id""";

  private static final String ORDER = " order by e.occurred_at desc, e.id desc limit 500";

  private record Row(
      UUID id,
      String fact,
      UUID organisation,
      Instant occurredAt,
      Instant recordedAt,
      @Nullable UUID person,
      @Nullable UUID appointment,
      Map<String, Object> body,
      @Nullable String words,
      boolean reversed) {}

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("fact"),
        row.getObject("organisation_id", UUID.class),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getObject("person_id", UUID.class),
        row.getObject("appointment_id", UUID.class),
        FactBody.read(row.getString("body")),
        row.getString("words"),
        row.getBoolean("reversed"));
  }

  private List<TimelineEntry> sentences(List<Row> rows) {
    var ids = new HashSet<UUID>();
    for (var row : rows) {
      ids.add(row.organisation());
      if (row.person() != null) {
        ids.add(row.person());
      }
      if (row.appointment() != null) {
        ids.add(row.appointment());
      }
      row.body().values().forEach(value -> id(value).ifPresent(ids::add));
    }
    var known = names.of(ids);
    return rows.stream().map(row -> entry(row, known)).toList();
  }

  private TimelineEntry entry(Row row, Map<UUID, String> known) {
    var values = new HashMap<String, Object>();
    row.body().forEach((name, value) -> values.put(name, readable(row.fact(), name, value, known)));
    var actor = row.person() == null ? null : known.get(row.person());
    values.put("actor", actor == null ? texts.text("journal.nobody") : actor);
    values.put("organisation", known.getOrDefault(row.organisation(), ""));
    return new TimelineEntry(
        row.id(),
        row.occurredAt(),
        row.recordedAt(),
        texts.text("fact." + row.fact(), values),
        actor,
        row.appointment() == null ? null : known.get(row.appointment()),
        row.reversed(),
        row.words());
  }

  private Object readable(String fact, String name, Object value, Map<UUID, String> known) {
    var id = id(value);
    if (id.isPresent()) {
      return known.getOrDefault(id.get(), texts.text("journal.erased"));
    }
    var code =
        "fact.%s.%s.%s".formatted(fact, name, String.valueOf(value).toLowerCase(Locale.ROOT));
    return texts.has(code) ? texts.text(code) : value;
  }

  private static Optional<UUID> id(Object value) {
    return value instanceof String text && text.length() == 36 && text.charAt(8) == '-'
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
