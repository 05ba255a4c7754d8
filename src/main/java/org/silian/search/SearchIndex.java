package org.silian.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Fact;
import org.silian.journal.Subject;
import org.silian.organisation.OrganisationMoved;
import org.silian.search.Searchable.Findable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what can be found: a fact notes its record in the transaction that made it, and soon after
 * the record is read and its terms are kept. Nothing here is a second book: all of it can be thrown
 * away and read again.
 */
@Component
class SearchIndex {

  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Terms terms;
  private final ObjectProvider<Searchable> declared;

  SearchIndex(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Terms terms,
      ObjectProvider<Searchable> declared) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.terms = terms;
    this.declared = declared;
  }

  @EventListener
  void on(Fact fact) {
    if (source(fact.subject().type()) != null) {
      note(fact.subject());
    }
  }

  /** What stands in an organisation that moved is in the reach of other posts. */
  @EventListener
  void on(OrganisationMoved moved) {
    jdbc.sql(
            """
            insert into search_queue (subject_type, subject_id)
            select subject_type, subject_id from search_record where organisation_id in (
              select id from organisation
              where path like (select path || '%' from organisation where id = ?))
            on conflict do nothing""")
        .param(moved.organisation())
        .update();
  }

  /** Reads what has been noted, until nothing is. */
  void readNoted() {
    while (Boolean.TRUE.equals(transaction.execute(status -> readBatch()))) {}
  }

  /** Reads every record of kinds that were never read, or for other terms than today's. */
  void readAllOnce() {
    for (var source : declared.stream().toList()) {
      if (!isRead(source.subjectType())) {
        readAll(source);
      }
    }
  }

  private void readAll(Searchable source) {
    UUID last = null;
    do {
      var after = last;
      last =
          transaction.execute(
              status -> {
                var ids = source.after(after, BATCH);
                keep(source, ids);
                return ids.isEmpty() ? null : ids.getLast();
              });
    } while (last != null);
    jdbc.sql(
            """
            insert into search_source (subject_type, edition) values (?, ?)
            on conflict (subject_type) do update set edition = excluded.edition""")
        .params(source.subjectType(), Terms.EDITION)
        .update();
  }

  private boolean isRead(String subjectType) {
    return jdbc.sql(
            "select exists (select from search_source where subject_type = ? and edition = ?)")
        .params(subjectType, Terms.EDITION)
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  private void note(Subject subject) {
    jdbc.sql(
            """
            insert into search_queue (subject_type, subject_id) values (?, ?)
            on conflict do nothing""")
        .params(subject.type(), subject.id())
        .update();
  }

  /** One at a time in a district: what another has taken is left to it. */
  private boolean readBatch() {
    var taken =
        jdbc.sql(
                """
                delete from search_queue where (subject_type, subject_id) in (
                  select subject_type, subject_id from search_queue
                  order by 1, 2 limit ? for update skip locked)
                returning subject_type as type, subject_id as id""")
            .param(BATCH)
            .query((row, n) -> new Subject(row.getString(1), row.getObject(2, UUID.class)))
            .list();
    taken.stream()
        .collect(
            Collectors.groupingBy(
                Subject::type, Collectors.mapping(Subject::id, Collectors.toList())))
        .forEach(this::keepNoted);
    return !taken.isEmpty();
  }

  private void keepNoted(String type, List<UUID> ids) {
    var source = source(type);
    if (source != null) {
      keep(source, ids);
    }
  }

  private void keep(Searchable source, List<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    var found =
        source.read(ids).stream().collect(Collectors.toMap(Findable::id, Function.identity()));
    var gone = ids.stream().filter(id -> !found.containsKey(id)).toArray(UUID[]::new);
    jdbc.sql("delete from search_record where subject_type = ? and subject_id = any(?)")
        .params(source.subjectType(), gone)
        .update();
    if (!found.isEmpty()) {
      insert(source.subjectType(), List.copyOf(found.values()));
    }
  }

  private void insert(String type, List<Findable> records) {
    var paths = paths(records.stream().map(Findable::organisation).distinct().toArray(UUID[]::new));
    jdbc.sql(
            """
            insert into search_record (subject_type, subject_id, organisation_id, number, at, words)
            select ?, id, organisation_id, number, at,
              array_to_tsvector(string_to_array(terms, chr(10)))
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[])
              as r (id, organisation_id, number, at, terms)
            on conflict (subject_type, subject_id) do update set
              organisation_id = excluded.organisation_id, number = excluded.number,
              at = excluded.at, words = excluded.words""")
        .param(type)
        .param(records.stream().map(Findable::id).toArray(UUID[]::new))
        .param(records.stream().map(Findable::organisation).toArray(UUID[]::new))
        .param(records.stream().map(Findable::number).toArray(String[]::new))
        .param(records.stream().map(record -> record.at().toString()).toArray(String[]::new))
        .param(
            records.stream()
                .map(record -> lexemes(type, record, paths.getOrDefault(record.organisation(), "")))
                .toArray(String[]::new))
        .update();
  }

  private String lexemes(String type, Findable record, String path) {
    var lexemes = new LinkedHashSet<>(Terms.marks(type, path));
    lexemes.addAll(terms.of(record.words(), record.names()));
    return String.join("\n", lexemes);
  }

  private Map<UUID, String> paths(UUID[] organisations) {
    var paths = new HashMap<UUID, String>();
    jdbc.sql("select id, path from organisation where id = any(?)")
        .param(organisations)
        .query(
            row -> {
              paths.put(row.getObject(1, UUID.class), row.getString(2));
            });
    return paths;
  }

  private @Nullable Searchable source(String type) {
    return declared.stream().filter(s -> s.subjectType().equals(type)).findFirst().orElse(null);
  }
}
