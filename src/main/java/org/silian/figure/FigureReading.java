package org.silian.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads sums: roll-ups plus what is still queued, in one statement, so that a number is exact the
 * moment its fact is committed.
 */
@Component
class FigureReading {

  /**
   * Rows of (figure, organisation, month, amount) for the wanted organisations: whole months from
   * the months, the ends of the period from the days, the rest from the queue. A queued measure
   * counts for each wanted organisation above the one it names.
   */
  private static final String AMOUNTS =
      """
      with wanted as (%s),
      amounts as (
        select figure, organisation_id, month, amount from figure_month
        where figure = any(:figures) and organisation_id in (select id from wanted)
          and month >= :months and month < :end
        union all
        select figure, organisation_id, date_trunc('month', day)::date, amount from figure_day
        where figure = any(:figures) and organisation_id in (select id from wanted)
          and (day between :from and least(:to, :months - 1)
            or day between greatest(:from, :end, :months) and :to)
        union all
        select q.figure, w.id, date_trunc('month', q.day)::date, q.amount
        from journal_queue, unnest(figures, organisations, days, amounts)
            as q (figure, organisation_id, day, amount)
          join organisation o on o.id = q.organisation_id
          join wanted w on starts_with(o.path, w.path)
        where q.figure = any(:figures) and q.day between :from and :to)
      """;

  private static final String ONE = "select id, path from organisation where id = :organisation";
  private static final String CHILDREN =
      "select id, path from organisation where parent_id = :organisation";

  private static final String COMMUNITIES =
      """
      select id, path from organisation
      where kind in ('COMMUNITY', 'VILLAGE') and path like :reach || '%'""";

  private final JdbcClient jdbc;

  FigureReading(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The sum of each figure over the period; a figure without measures is left out. */
  Map<String, Long> sums(Collection<String> figures, UUID organisation, Period period) {
    var sums = new HashMap<String, Long>();
    read(ONE, "select figure, sum(amount) as amount from amounts group by figure", figures)
        .param("organisation", organisation)
        .params(bounds(period))
        .query(
            row -> {
              sums.put(row.getString("figure"), row.getLong("amount"));
            });
    return sums;
  }

  /** A sum in one month. */
  record Monthly(String figure, LocalDate month, long amount) {}

  /** The sums of each month that has any, in order. */
  List<Monthly> months(Collection<String> figures, UUID organisation, Period period) {
    return read(
            ONE,
            """
            select figure, month, sum(amount) as amount from amounts
            group by figure, month order by month""",
            figures)
        .param("organisation", organisation)
        .params(bounds(period))
        .query(
            (row, n) ->
                new Monthly(
                    row.getString("figure"),
                    row.getObject("month", LocalDate.class),
                    row.getLong("amount")))
        .list();
  }

  /** A sum at one of an organisation's direct parts. */
  record Part(String figure, UUID organisation, long amount) {}

  /** The sums at each direct part of an organisation that has any. */
  List<Part> parts(Collection<String> figures, UUID organisation, Period period) {
    return read(
            CHILDREN,
            """
            select figure, organisation_id, sum(amount) as amount from amounts
            group by figure, organisation_id""",
            figures)
        .param("organisation", organisation)
        .params(bounds(period))
        .query(FigureReading::part)
        .list();
  }

  /** The sums at each community and village of a subtree that has any. */
  List<Part> communities(Collection<String> figures, String reach, Period period) {
    return read(
            COMMUNITIES,
            """
            select figure, organisation_id, sum(amount) as amount from amounts
            group by figure, organisation_id""",
            figures)
        .param("reach", reach)
        .params(bounds(period))
        .query(FigureReading::part)
        .list();
  }

  private static Part part(ResultSet row, int n) throws SQLException {
    return new Part(
        row.getString("figure"),
        row.getObject("organisation_id", UUID.class),
        row.getLong("amount"));
  }

  private JdbcClient.StatementSpec read(String wanted, String select, Collection<String> figures) {
    return jdbc.sql(AMOUNTS.formatted(wanted) + select)
        .param("figures", figures.toArray(String[]::new));
  }

  private static Map<String, LocalDate> bounds(Period period) {
    return Map.of(
        "from", period.from(),
        "to", period.to(),
        "months", period.wholeMonthsFrom(),
        "end", period.wholeMonthsEnd());
  }
}
