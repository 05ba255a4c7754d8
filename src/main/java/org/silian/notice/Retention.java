package org.silian.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.silian.tenancy.Districts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets old notices, read or not: what happened stands in the journal. */
@Component
class Retention {

  /** How long a notice is kept. */
  static final Duration KEPT = Duration.ofDays(180);

  private final JdbcClient jdbc;
  private final Districts districts;
  private final Clock clock;

  Retention(JdbcClient jdbc, Districts districts, Clock clock) {
    this.jdbc = jdbc;
    this.districts = districts;
    this.clock = clock;
  }

  @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
  void forgetEverywhere() {
    districts.all().forEach(district -> district.run(this::forget));
  }

  /** Deletes the notices of this district that are older than {@link #KEPT}. */
  int forget() {
    return jdbc.sql("delete from notice where at < ?")
        .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }
}
