package org.silian.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.silian.privacy.RetentionRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets old notices, read or not: what happened stands in the journal. */
@Component
class Retention implements RetentionRule {

  /** How long a notice is kept. */
  static final Duration KEPT = Duration.ofDays(180);

  private final JdbcClient jdbc;

  Retention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String id() {
    return "notice.old";
  }

  @Override
  public Instant before(Instant now) {
    return now.minus(KEPT);
  }

  @Override
  public long forget(Instant before) {
    return jdbc.sql("delete from notice where at < ?")
        .param(before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
