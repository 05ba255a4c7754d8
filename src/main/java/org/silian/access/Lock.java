package org.silian.access;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.silian.organisation.PhoneNumber;
import org.silian.problem.Refusal;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks a phone for ten minutes after five wrong passwords, and a person's second factor after five
 * wrong codes. It counts phones, not accounts, and so tells nobody which phones have one.
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

  /** What is locked, and how its being locked is told. */
  private record Door(byte[] index, String refusal) {}

  /**
   * Refuses while the phone is locked.
   *
   * @throws Refusal {@code access.locked}
   */
  void refuseIfLocked(PhoneNumber phone) {
    refuseIfLocked(door(phone));
  }

  /**
   * Refuses while the person's second factor is locked.
   *
   * @throws Refusal {@code access.factor-locked}
   */
  void refuseIfLocked(UUID person) {
    refuseIfLocked(door(person));
  }

  /**
   * Notes how an attempt ended. Of many made at once the first five count and all others find the
   * lock, even with the right password. A refusal keeps what was noted.
   *
   * @throws Refusal {@code access.locked}
   */
  @Transactional(noRollbackFor = Refusal.class)
  public void note(PhoneNumber phone, boolean right) {
    note(door(phone), right);
  }

  /**
   * As {@link #note(PhoneNumber, boolean)}, of a second factor.
   *
   * @throws Refusal {@code access.factor-locked}
   */
  @Transactional(noRollbackFor = Refusal.class)
  public void note(UUID person, boolean right) {
    note(door(person), right);
  }

  /** Forgets the failures, once the phone has been proved by a code. */
  void clear(PhoneNumber phone) {
    clear(door(phone));
  }

  /** Forgets the failures with a second factor. */
  void clear(UUID person) {
    clear(door(person));
  }

  boolean isLocked(PhoneNumber phone) {
    return isLocked(door(phone));
  }

  boolean isLocked(UUID person) {
    return isLocked(door(person));
  }

  private boolean isLocked(Door door) {
    return read(door, "").filter(attempts -> attempts.isLocked(clock.instant())).isPresent();
  }

  private void refuseIfLocked(Door door) {
    read(door, "").ifPresent(attempts -> refuseIfLocked(door, attempts, clock.instant()));
  }

  private void note(Door door, boolean right) {
    var now = clock.instant();
    if (!right) {
      jdbc.sql(
              """
              insert into access_failure (phone_index, failures, last_at) values (?, 0, ?)
              on conflict do nothing""")
          .params(door.index(), at(now))
          .update();
    }
    var attempts = read(door, " for update");
    attempts.ifPresent(before -> refuseIfLocked(door, before, now));
    if (right) {
      clear(door);
    } else {
      write(door, attempts.orElseThrow().failed(now));
    }
  }

  private void clear(Door door) {
    jdbc.sql("delete from access_failure where phone_index = ?").param(door.index()).update();
  }

  private static void refuseIfLocked(Door door, FailedAttempts attempts, Instant now) {
    var until = attempts.lockedUntil();
    if (until != null && attempts.isLocked(now)) {
      throw Refusal.tooMany(door.refusal(), Duration.between(now, until));
    }
  }

  private Optional<FailedAttempts> read(Door door, String lock) {
    return jdbc.sql(
            "select failures, locked_until, last_at from access_failure where phone_index = ?"
                + lock)
        .param(door.index())
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

  private void write(Door door, FailedAttempts attempts) {
    var until = attempts.lockedUntil();
    jdbc.sql(
            """
            update access_failure
            set failures = :failures, locked_until = :until, last_at = :last
            where phone_index = :index""")
        .param("failures", attempts.failures())
        .param("until", until == null ? null : at(until), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("last", at(attempts.lastAt()))
        .param("index", door.index())
        .update();
  }

  private Door door(PhoneNumber phone) {
    return new Door(cipher.blindIndex("access-phone", phone.digits()), "access.locked");
  }

  private Door door(UUID person) {
    return new Door(cipher.blindIndex("access-factor", person.toString()), "access.factor-locked");
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
