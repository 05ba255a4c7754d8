package org.silian.figure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/** Adds the measures up anew, beside the application, and compares. */
public final class RollUpCheck {

  private static final String DIFFERING =
      """
      with recursive lineage (organisation_id, ancestor_id, parent_id) as (
        select id, id, parent_id from organisation
        union all
        select l.organisation_id, p.id, p.parent_id
        from lineage l join organisation p on p.id = l.parent_id),
      rebuilt as (
        select m.figure, l.ancestor_id, %1$s, sum(m.amount)::bigint
        from journal_measure m join lineage l using (organisation_id) group by 1, 2, 3),
      kept as (%2$s)
      select distinct figure from (
        (table rebuilt except table kept) union all (table kept except table rebuilt)) as d""";

  private RollUpCheck() {}

  /** The figures whose sums are not those of their measures, in a connection to a district. */
  public static List<String> differing(Connection district) throws SQLException {
    var figures = new TreeSet<String>();
    for (var sql :
        List.of(
            DIFFERING.formatted(
                "m.day", "select figure, organisation_id, day, amount from figure_day"),
            DIFFERING.formatted(
                "date_trunc('month', m.day)::date",
                "select figure, organisation_id, month, amount from figure_month"))) {
      try (var statement = district.createStatement();
          var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          figures.add(rows.getString(1));
        }
      }
    }
    return List.copyOf(figures);
  }
}
