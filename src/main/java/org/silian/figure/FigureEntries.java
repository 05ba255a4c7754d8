package org.silian.figure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.journal.FigureDefinition;
import org.silian.journal.Subject;
import org.silian.journal.SubjectType;
import org.silian.journal.Subjects;
import org.silian.journal.Timelines;
import org.silian.organisation.OrganisationSummary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands behind a number: the journal's entries that counted, and the records they are about.
 */
@Component
class FigureEntries {

  /**
   * The latest of each organisation below, from its own end of the primary key: as quick for a
   * community without any as for the district.
   */
  private static final String KEPT =
      """
      (select m.* from organisation r cross join lateral (
         select m.entry_id, m.organisation_id, m.day, m.amount from journal_measure m
         where m.figure = :figure and m.organisation_id = r.id and m.day between :from and :to %s
         order by m.day desc, m.entry_id desc limit :size) m
       where r.path like :within order by m.day desc, m.entry_id desc limit :size)""";

  private static final String QUEUED =
      """
      (select m.entry_id, m.organisation_id, m.day, sum(m.amount)::bigint
       from journal_queue, unnest(entries, figures, organisations, days, amounts)
           as m (entry_id, figure, organisation_id, day, amount)
         join organisation r on r.id = m.organisation_id
       where m.figure = :figure and m.day between :from and :to and r.path like :within %s
       group by m.entry_id, m.organisation_id, m.day
       order by m.day desc, m.entry_id desc limit :size)""";

  private final JdbcClient jdbc;
  private final Timelines timelines;
  private final Subjects subjects;

  FigureEntries(JdbcClient jdbc, Timelines timelines, Subjects subjects) {
    this.jdbc = jdbc;
    this.timelines = timelines;
    this.subjects = subjects;
  }

  /**
   * One entry that counted.
   *
   * @param subject the record; its number and title only where the reader may open it
   */
  record FigureEntry(
      UUID id,
      String sentence,
      FigureSubject subject,
      FigurePlace organisation,
      LocalDate day,
      long amount) {}

  /** A record, as far as the reader may know it. */
  record FigureSubject(String type, UUID id, @Nullable String number, @Nullable String title) {}

  /** An organisation, by name. */
  record FigurePlace(UUID id, String name) {}

  private record Row(
      UUID id, Subject subject, FigurePlace organisation, LocalDate day, long amount) {}

  /** The latest first; queued measures are there as soon as they are committed. */
  Page<FigureEntry> of(
      FigureDefinition figure,
      OrganisationSummary at,
      Period period,
      Actor actor,
      @Nullable Cursor after,
      int size) {
    var values = new HashMap<String, Object>();
    values.put("figure", figure.numerator() == null ? figure.id() : figure.numerator());
    values.put("within", at.path() + "%");
    values.put("from", period.from());
    values.put("to", period.to());
    values.put("size", size + 1);
    var behind = "";
    if (after != null) {
      behind = "and (m.day, m.entry_id) < (:day, :id)";
      values.put("day", after.day());
      values.put("id", after.id());
    }
    var rows =
        jdbc.sql(
                """
                with counted as (%s union all %s)
                select c.entry_id, c.day, c.amount, e.subject_type, e.subject_id,
                  o.id as organisation_id, o.name
                from counted c
                join organisation o on o.id = c.organisation_id
                join journal_entry e on e.id = c.entry_id
                order by c.day desc, c.entry_id desc limit :size"""
                    .formatted(KEPT.formatted(behind), QUEUED.formatted(behind)))
            .params(values)
            .query(
                (row, n) ->
                    new Row(
                        row.getObject("entry_id", UUID.class),
                        new Subject(
                            row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
                        new FigurePlace(
                            row.getObject("organisation_id", UUID.class), row.getString("name")),
                        row.getObject("day", LocalDate.class),
                        row.getLong("amount")))
            .list();
    var page = Page.of(rows, size, row -> new Cursor(row.day().toString(), row.id()));
    return told(page, actor);
  }

  private Page<FigureEntry> told(Page<Row> page, Actor actor) {
    var sentences =
        timelines.sentences(page.items().stream().map(Row::id).collect(Collectors.toSet()));
    var titles = subjects.titles(page.items().stream().map(Row::subject).toList(), actor);
    return page.map(
        row -> {
          SubjectType.@Nullable Title title = titles.get(row.subject());
          return new FigureEntry(
              row.id(),
              sentences.getOrDefault(row.id(), ""),
              new FigureSubject(
                  row.subject().type(),
                  row.subject().id(),
                  title == null ? null : title.number(),
                  title == null ? null : title.text()),
              row.organisation(),
              row.day(),
              row.amount());
        });
  }
}
