package org.silian.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.silian.tenancy.Districts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Throws away what is over: files after a day, what is remembered of rows and columns later. */
@Component
class ExchangeSweep {

  /** How long a file is kept, in either direction. */
  static final Duration KEPT = Duration.ofDays(1);

  private static final Duration ROWS_KNOWN = Duration.ofDays(400);
  private static final Duration COLUMNS_KNOWN = Duration.ofDays(800);

  private final JdbcClient jdbc;
  private final Districts districts;
  private final Clock clock;

  ExchangeSweep(JdbcClient jdbc, Districts districts, Clock clock) {
    this.jdbc = jdbc;
    this.districts = districts;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${silian.exchange.sweep:PT15M}")
  void sweepAll() {
    districts.all().forEach(district -> district.run(this::sweep));
  }

  void sweep() {
    delete("exchange_import where created_at < ?", KEPT);
    delete("exchange_export where created_at < ?", KEPT);
    delete("exchange_row where imported_at < ?", ROWS_KNOWN);
    delete("exchange_mapping where used_at < ?", COLUMNS_KNOWN);
  }

  private void delete(String where, Duration kept) {
    jdbc.sql("delete from " + where)
        .param(clock.instant().minus(kept).atOffset(ZoneOffset.UTC))
        .update();
  }
}
