package org.silian.access;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.silian.organisation.PhoneNumber;
import org.silian.problem.Refusal;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks a phone for ten minutes after five wrong passwords. It counts phones, not accounts, and so
 * tells nobody which phones have one.
 */
@Component
class Lock {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final FieldCipher cipher;

  Lock(JdbcClient jdbc, Clock clock, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.cipher = cipher;
  }

  /**
   * Refuses while the phone is locked.
   *
   * @throws Refusal {@code access.locked}
   */
  void refuseIfLocked(PhoneNumber phone) {
    read(phone, "").ifPresent(attempts -> refuseIfLocked(attempts, clock.instant()));
  }

  /**
   * Notes how an attempt ended. Of many made at once the first five count and all others find the
   * lock, even with the right password. A refusal keeps what was noted.
   *
   * @throws Refusal {@code access.locked}
   */
  @Transactional(noRollbackFor = Refusal.class)
  public void note(PhoneNumber phone, boolean right) {
    var now = clock.instant();
    if (!right) {
      jdbc.sql(
              """
              insert into access_failure (phone_index, failures, last_at) values (?, 0, ?)
              on conflict do nothing""")
          .params(index(phone), at(now))
          .update();
    }
    var attempts = read(phone, " for update");
    attempts.ifPresent(before -> refuseIfLocked(before, now));
    if (right) {
      clear(phone);
    } else {
      write(phone, attempts.orElseThrow().failed(now));
    }
  }

  /** Forgets the failures, once the phone has been proved by a code. */
  void clear(PhoneNumber phone) {
    jdbc.sql("delete from access_failure where phone_index = ?").param(index(phone)).update();
  }

  private static void refuseIfLocked(FailedAttempts attempts, Instant now) {
    var until = attempts.lockedUntil();
    if (until != null && attempts.isLocked(now)) {
      throw Refusal.tooMany("access.locked", Duration.between(now, until));
    }
  }

  private Optional<FailedAttempts> read(PhoneNumber phone, String lock) {
    return jdbc.sql(
            "select failures, locked_until, last_at from access_failure where phone_index = ?"
                + lock)
        .param(index(phone))
        .query(
            (row, n) -> {
              var until = row.getObject(2, OffsetDateTime.class);
              return new FailedAttempts(
                  row.getInt(1),
                  until == null ? null : until.toInstant(),
                  row.getObject(3, OffsetDateTime.class).toInstant());
            })
        .optional();
  }

  private void write(PhoneNumber phone, FailedAttempts attempts) {
    var until = attempts.lockedUntil();
    jdbc.sql(
            """
            update access_failure
            set failures = :failures, locked_until = :until, last_at = :last
            where phone_index = :phone""")
        .param("failures", attempts.failures())
        .param("until", until == null ? null : at(until), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("last", at(attempts.lastAt()))
        .param("phone", index(phone))
        .update();
  }

  private byte[] index(PhoneNumber phone) {
    return cipher.blindIndex("access-phone", phone.digits());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
