package org.silian.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.silian.api.Idempotency;
import org.silian.tenancy.Districts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what is over: nothing about a phone or a session is kept longer than it serves. */
@Component
class AccessSweep {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Districts districts;
  private final Idempotency idempotency;
  private final Duration longestSession;
  private final Duration longestIdle;

  AccessSweep(
      JdbcClient jdbc,
      Clock clock,
      Districts districts,
      Idempotency idempotency,
      AccessProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.districts = districts;
    this.idempotency = idempotency;
    this.longestSession = properties.access().session().residentLongest();
    this.longestIdle = properties.access().session().residentIdle();
  }

  @Scheduled(fixedDelayString = "${silian.access.sweep:PT1H}")
  void sweepAll() {
    districts.all().forEach(district -> district.run(this::sweep));
  }

  void sweep() {
    var now = clock.instant();
    delete("access_session where last_at < ?", now.minus(longestIdle));
    delete("access_session where started_at < ?", now.minus(longestSession));
    delete("access_code where expires_at < ?", now);
    delete("access_failure where last_at < ?", now.minus(FailedAttempts.FORGOTTEN_AFTER));
    delete("access_rate where expires_at < ?", now);
    delete("access_challenge where expires_at < ?", now);
    delete("access_event where at < ?", now.minus(SecurityEvents.KEPT));
    delete("access_setup where expires_at < ?", now);
    idempotency.forget();
  }

  private void delete(String where, Instant before) {
    jdbc.sql("delete from " + where).param(before.atOffset(ZoneOffset.UTC)).update();
  }
}
