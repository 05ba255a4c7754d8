package org.silian.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger of consents to the privacy notice (R-PI-05). */
@Component
class Consents {

  private final JdbcClient jdbc;
  private final Clock clock;

  Consents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record Consent(UUID id, String noticeVersion, Instant at, @Nullable Instant withdrawnAt) {}

  void give(UUID person, String noticeVersion) {
    jdbc.sql(
            """
            insert into access_consent (id, person_id, notice_version, at) values (?, ?, ?, ?)""")
        .params(UuidCreator.getTimeOrderedEpoch(), person, noticeVersion, now())
        .update();
  }

  /** All of a person, the latest first. */
  List<Consent> of(UUID person) {
    return jdbc.sql(
            """
            select id, notice_version, at, withdrawn_at from access_consent
            where person_id = ? order by at desc, id desc""")
        .param(person)
        .query(
            (row, n) -> {
              var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
              return new Consent(
                  row.getObject("id", UUID.class),
                  row.getString("notice_version"),
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  withdrawn == null ? null : withdrawn.toInstant());
            })
        .list();
  }

  /** Takes back whatever a person consents to now. */
  void withdraw(UUID person) {
    jdbc.sql(
            "update access_consent set withdrawn_at = ?"
                + " where person_id = ? and withdrawn_at is null")
        .params(now(), person)
        .update();
  }

  /** Whether she has consented and taken it back since; who never had to consent has not. */
  boolean isWithdrawn(UUID person) {
    var all = of(person);
    return !all.isEmpty() && all.stream().allMatch(consent -> consent.withdrawnAt() != null);
  }

  /**
   * @throws Refusal {@code access.consent-withdrawn}: she may come in again once she consents again
   */
  void refuseIfWithdrawn(UUID person) {
    if (isWithdrawn(person)) {
      throw Refusal.ruleBroken("access.consent-withdrawn");
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
