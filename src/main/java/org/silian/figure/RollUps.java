package org.silian.figure;

import java.sql.Date;
import java.util.List;
import java.util.UUID;
import org.silian.journal.Drain;
import org.silian.journal.Fold;
import org.silian.organisation.OrganisationMoved;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sums of measures for an organisation and each of its ancestors, by month and by day. They say
 * nothing that the journal does not say; they say it sooner.
 */
@Component
public class RollUps implements Fold {

  /** Adds sums of {@code source}; sorted, so that two never wait for each other in a circle. */
  private static final String ADD =
      """
      with recursive source as (%s),
      lineage (organisation_id, ancestor_id, parent_id) as (
        select o.id, o.id, o.parent_id from organisation o
        where o.id in (select organisation_id from source)
        union all
        select l.organisation_id, p.id, p.parent_id
        from lineage l join organisation p on p.id = l.parent_id),
      days as (
        insert into figure_day as d (figure, organisation_id, day, amount)
        select figure, ancestor_id, day, sum(amount)
        from source join lineage using (organisation_id)
        group by 1, 2, 3 order by 1, 2, 3
        on conflict (figure, organisation_id, day) do update set amount = d.amount + excluded.amount)
      insert into figure_month as m (figure, organisation_id, month, amount)
      select figure, ancestor_id, date_trunc('month', day)::date, sum(amount)
      from source join lineage using (organisation_id)
      group by 1, 2, 3 order by 1, 2, 3
      on conflict (figure, organisation_id, month) do update set amount = m.amount + excluded.amount""";

  /**
   * What an organisation and its parts count passes from those that are no longer above it to those
   * that now are; whoever is above it before and after keeps what he had.
   */
  private static final String PASS_ON =
      """
      with recursive line as (
        select id, parent_id, -1 as sign from organisation where id = :former
        union all
        select id, parent_id, 1 from organisation where id = :parent
        union all
        select o.id, o.parent_id, line.sign from line join organisation o on o.id = line.parent_id),
      changed as (select id, sum(sign) as sign from line group by id having sum(sign) <> 0)
      insert into figure_%1$s as t (figure, organisation_id, %1$s, amount)
      select f.figure, c.id, f.%1$s, c.sign * f.amount
      from figure_%1$s f cross join changed c
      where f.organisation_id = :organisation order by 1, 2, 3
      on conflict (figure, organisation_id, %1$s)
        do update set amount = t.amount + excluded.amount""";

  private final JdbcClient jdbc;
  private final Drain drain;

  RollUps(JdbcClient jdbc, @Lazy Drain drain) {
    this.jdbc = jdbc;
    this.drain = drain;
  }

  @Override
  public void fold(List<Counted> sums) {
    jdbc.sql(
            ADD.formatted(
                """
                select * from unnest(?::text[], ?::uuid[], ?::date[], ?::bigint[])
                  as s (figure, organisation_id, day, amount)"""))
        .param(sums.stream().map(Counted::figure).toArray(String[]::new))
        .param(sums.stream().map(Counted::organisation).toArray(UUID[]::new))
        .param(sums.stream().map(s -> Date.valueOf(s.day())).toArray(Date[]::new))
        .param(sums.stream().map(Counted::amount).toArray(Long[]::new))
        .update();
  }

  /** In the transaction of the move; what is still queued is folded along the new line. */
  @EventListener
  void on(OrganisationMoved moved) {
    drain.exclusively(
        () ->
            List.of("day", "month")
                .forEach(
                    span ->
                        jdbc.sql(PASS_ON.formatted(span))
                            .param("former", moved.former())
                            .param("parent", moved.parent())
                            .param("organisation", moved.organisation())
                            .update()));
  }

  /**
   * Throws the roll-ups of the current district away and makes them again from the journal. Whoever
   * reads meanwhile still reads the old ones.
   */
  public void rebuild() {
    drain.exclusively(
        () -> {
          jdbc.sql("delete from figure_day").update();
          jdbc.sql("delete from figure_month").update();
          jdbc.sql(
                  ADD.formatted("select figure, organisation_id, day, amount from journal_measure"))
              .update();
        });
  }
}
