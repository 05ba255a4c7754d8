package org.silian.access;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.silian.privacy.RetentionRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes what is over: nothing about a phone or a session is kept longer than it serves. */
@Component
class AccessSweep implements RetentionRule {

  private static final Duration INVITATIONS_KEPT = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final Duration longestSession;
  private final Duration longestIdle;

  AccessSweep(JdbcClient jdbc, AccessProperties properties) {
    this.jdbc = jdbc;
    this.longestSession = properties.access().session().residentLongest();
    this.longestIdle = properties.access().session().residentIdle();
  }

  @Override
  public String id() {
    return "access.over";
  }

  @Override
  public Instant before(Instant now) {
    return now;
  }

  @Override
  public long forget(Instant now) {
    return delete("access_session where last_at < ?", now.minus(longestIdle))
        + delete("access_session where started_at < ?", now.minus(longestSession))
        + delete("access_code where expires_at < ?", now)
        + delete("access_failure where last_at < ?", now.minus(FailedAttempts.FORGOTTEN_AFTER))
        + delete("access_rate where expires_at < ?", now)
        + delete("access_invitation where expires_at < ?", now.minus(INVITATIONS_KEPT))
        + delete("access_challenge where expires_at < ?", now)
        + delete("access_event where at < ?", now.minus(SecurityEvents.KEPT))
        + delete("access_setup where expires_at < ?", now);
  }

  private long delete(String where, Instant before) {
    return jdbc.sql("delete from " + where).param(before.atOffset(ZoneOffset.UTC)).update();
  }
}
