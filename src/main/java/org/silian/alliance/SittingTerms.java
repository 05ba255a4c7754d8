package org.silian.alliance;

import java.time.Clock;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends sittings whose term is over, and asks the secretariat who comes next. */
@Component
class SittingTerms {

  private static final int BATCH = 100;

  private final Seats seats;
  private final Sittings sittings;
  private final Districts districts;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Clock clock;

  SittingTerms(
      Seats seats,
      Sittings sittings,
      Districts districts,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      Clock clock) {
    this.seats = seats;
    this.sittings = sittings;
    this.districts = districts;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(cron = "0 20 0 * * *", zone = "Asia/Shanghai")
  void endEverywhere() {
    districts.all().forEach(district -> district.run(() -> Actor.SYSTEM.run(this::endAll)));
  }

  /** Does for the current district what today asks for. */
  void endAll() {
    while (Boolean.TRUE.equals(transaction.execute(status -> end()))) {}
  }

  private boolean end() {
    var now = clock.instant();
    var over =
        jdbc.sql(
                """
                select id from alliance_sitting where not ended and to_day < ?
                order by to_day limit ? for update skip locked""")
            .params(District.day(now), BATCH)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list();
    for (var sitting : sittings.findAllById(over)) {
      var seat = seats.findById(sitting.seatId()).orElseThrow();
      sitting.runOut(seat, now);
      sittings.save(sitting);
      seat.ask(null, now);
      seats.save(seat);
    }
    return over.size() == BATCH;
  }
}
