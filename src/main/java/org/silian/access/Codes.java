package org.silian.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.silian.organisation.PhoneNumber;
import org.silian.problem.Refusal;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time codes of six digits: good for five minutes, five attempts, one phone, one purpose and
 * one use. A new code puts an end to the one before.
 */
@Component
class Codes {

  static final Duration LIFE = Duration.ofMinutes(5);
  static final int ATTEMPTS = 5;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final Clock clock;
  private final FieldCipher cipher;

  Codes(JdbcClient jdbc, Clock clock, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.cipher = cipher;
  }

  String issue(PhoneNumber phone, CodePurpose purpose) {
    var code = "%06d".formatted(RANDOM.nextInt(1_000_000));
    jdbc.sql(
            """
            insert into access_code (phone_index, purpose, code_mac, expires_at)
            values (?, ?, ?, ?)
            on conflict (phone_index, purpose) do update set code_mac = excluded.code_mac,
              expires_at = excluded.expires_at, attempts = 0, used_at = null""")
        .params(
            index(phone),
            purpose.name(),
            mac(phone, purpose, code),
            clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
        .update();
    return code;
  }

  /**
   * Whether the code is right. The attempt counts even if what follows is refused, which is why it
   * is made outside a transaction.
   */
  @Transactional(propagation = Propagation.NEVER)
  public boolean isRight(PhoneNumber phone, CodePurpose purpose, String code) {
    return jdbc.sql(
            """
            update access_code set attempts = attempts + 1
            where phone_index = ? and purpose = ? and used_at is null and expires_at > ?
              and attempts < ?
            returning code_mac""")
        .params(index(phone), purpose.name(), now(), ATTEMPTS)
        .query((row, n) -> row.getBytes(1))
        .optional()
        .filter(mac -> MessageDigest.isEqual(mac, mac(phone, purpose, code)))
        .isPresent();
  }

  /**
   * Uses up a code that was found right, in the transaction that it allows.
   *
   * @throws Refusal {@code access.code} where somebody has used it in between
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void use(PhoneNumber phone, CodePurpose purpose) {
    int used =
        jdbc.sql(
                """
                update access_code set used_at = ?
                where phone_index = ? and purpose = ? and used_at is null""")
            .params(now(), index(phone), purpose.name())
            .update();
    if (used == 0) {
      throw wrong();
    }
  }

  static Refusal wrong() {
    return Refusal.invalid("access.code", "code");
  }

  private byte[] index(PhoneNumber phone) {
    return cipher.blindIndex("access-phone", phone.digits());
  }

  private byte[] mac(PhoneNumber phone, CodePurpose purpose, String code) {
    return cipher.authenticate("access-code", phone.digits() + " " + purpose + " " + code);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
