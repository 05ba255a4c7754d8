package org.silian.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.silian.journal.SealController.SealDay;
import org.silian.journal.SealController.SealTargetView;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an auditor reads about seals. */
@Component
class SealBoard {

  private final JdbcClient jdbc;

  SealBoard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long waiting() {
    return jdbc.sql("select coalesce(sum(cardinality(sealing)), 0) from journal_queue")
        .query((row, n) -> row.getLong(1))
        .single();
  }

  List<SealDay> days(YearMonth month) {
    return jdbc.sql(
            """
            with days as (
              select (sealed_at at time zone 'Asia/Shanghai')::date as day,
                min(number) as first, max(number) as last, sum(amount) as entries
              from journal_seal where sealed_at >= :from and sealed_at < :to group by 1)
            select day, first, last, entries,
              array(select target from journal_delivery d
                where d.delivered_at is not null and d.seal between days.first and days.last
                order by target) as delivered
            from days order by day desc""")
        .param("from", District.start(month.atDay(1)).atOffset(ZoneOffset.UTC))
        .param("to", District.start(month.plusMonths(1).atDay(1)).atOffset(ZoneOffset.UTC))
        .query((row, n) -> day(row))
        .list();
  }

  private static SealDay day(ResultSet row) throws SQLException {
    return new SealDay(
        row.getObject("day", LocalDate.class),
        row.getLong("first"),
        row.getLong("last"),
        row.getLong("entries"),
        Stream.of((String[]) row.getArray("delivered").getArray())
            .map(SealTarget::valueOf)
            .distinct()
            .toList());
  }

  SealTargetView target(SealTarget target) {
    return jdbc.sql(
            """
            select max(delivered_at) as delivered_at,
              min(day) filter (where delivered_at is null and day > coalesce((
                select max(day) from journal_delivery
                where target = :target and delivered_at is not null), '-infinity')) as failing
            from journal_delivery where target = :target""")
        .param("target", target.name())
        .query(
            (row, n) -> {
              var at = row.getObject("delivered_at", OffsetDateTime.class);
              return new SealTargetView(
                  target,
                  at == null ? null : at.toInstant(),
                  row.getObject("failing", LocalDate.class));
            })
        .single();
  }
}
