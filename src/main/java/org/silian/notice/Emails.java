package org.silian.notice;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses people gave for notices: sealed in the database, used once a code proved that they
 * are the person's own, and gone when she says so.
 */
@Component
class Emails {

  static final Duration CODE_LIFE = Duration.ofMinutes(15);
  static final Duration BETWEEN_CODES = Duration.ofMinutes(1);
  static final int CODES_A_DAY = 5;
  static final int ATTEMPTS = 5;

  private static final String FIELD = "notice_email.address";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final Clock clock;

  Emails(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.clock = clock;
  }

  record Email(EmailAddress address, boolean confirmed, QuietHours quiet) {}

  @SuppressWarnings("ArrayRecordComponent") // compared in constant time, never by equals
  private record Asked(byte @Nullable [] mac, @Nullable OffsetDateTime sentAt, int codesToday) {}

  Optional<Email> of(UUID person) {
    return jdbc.sql(
            "select address, confirmed_at, quiet_from, quiet_to from notice_email"
                + " where person_id = ?")
        .param(person)
        .query(this::email)
        .optional();
  }

  private Email email(ResultSet row, int n) throws SQLException {
    return new Email(
        new EmailAddress(cipher.decrypt(FIELD, row.getBytes("address"))),
        row.getObject("confirmed_at") != null,
        new QuietHours(
            row.getObject("quiet_from", LocalTime.class),
            row.getObject("quiet_to", LocalTime.class)));
  }

  /**
   * Takes an address that is not yet known to be the person's.
   *
   * @return the code that proves it, to be sent there
   * @throws Refusal {@code too-many}
   */
  @Transactional
  String ask(UUID person, EmailAddress address) {
    var now = clock.instant();
    var earlier = asked(person);
    if (earlier.isPresent()) {
      refuseTooSoon(earlier.get());
    }
    var code = "%06d".formatted(RANDOM.nextInt(1_000_000));
    var quiet = QuietHours.USUAL;
    jdbc.sql(
            """
            insert into notice_email as e
              (person_id, address, quiet_from, quiet_to, code_mac, code_sent_at, codes, codes_on)
            values (:person, :address, :from, :to, :mac, :now, 1, :today)
            on conflict (person_id) do update
            set address = excluded.address, confirmed_at = null, attempts = 0,
              code_mac = excluded.code_mac, code_sent_at = excluded.code_sent_at,
              codes = case when e.codes_on = excluded.codes_on then e.codes + 1 else 1 end,
              codes_on = excluded.codes_on""")
        .param("person", person)
        .param("address", cipher.encrypt(FIELD, address.text()))
        .param("from", quiet.from())
        .param("to", quiet.to())
        .param("mac", mac(person, code))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("today", District.day(now))
        .update();
    return code;
  }

  private void refuseTooSoon(Asked asked) {
    var sent = asked.sentAt();
    if (sent == null) {
      return;
    }
    var since = Duration.between(sent.toInstant(), clock.instant());
    if (since.compareTo(BETWEEN_CODES) < 0) {
      throw Refusal.tooMany("too-many", BETWEEN_CODES.minus(since));
    }
    if (asked.codesToday() >= CODES_A_DAY) {
      throw Refusal.tooMany("too-many", Duration.ofHours(24));
    }
  }

  /**
   * The address is the person's own.
   *
   * @throws Refusal {@code notice.email-code} for a wrong, old or worn-out code
   */
  void confirm(UUID person, String code) {
    if (!confirms(person, code)) {
      throw Refusal.invalid("notice.email-code", "code");
    }
  }

  /** A wrong code is counted before it is refused. */
  private boolean confirms(UUID person, String code) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    int tried =
        jdbc.sql(
                """
                update notice_email set attempts = attempts + 1
                where person_id = ? and code_mac is not null and attempts < ? and code_sent_at > ?""")
            .params(person, ATTEMPTS, now.minus(CODE_LIFE))
            .update();
    var asked = asked(person);
    var mac = asked.isEmpty() ? null : asked.get().mac();
    if (tried == 0 || mac == null || !MessageDigest.isEqual(mac, mac(person, code))) {
      return false;
    }
    return jdbc.sql(
                """
                update notice_email set confirmed_at = ?, code_mac = null, attempts = 0
                where person_id = ? and code_mac = ?""")
            .params(now, person, mac)
            .update()
        == 1;
  }

  private Optional<Asked> asked(UUID person) {
    return jdbc.sql(
            """
            select code_mac, code_sent_at,
              case when codes_on = ? then codes else 0 end as codes_today
            from notice_email where person_id = ?""")
        .params(District.day(clock.instant()), person)
        .query(
            (row, n) ->
                new Asked(
                    row.getBytes("code_mac"),
                    row.getObject("code_sent_at", OffsetDateTime.class),
                    row.getInt("codes_today")))
        .optional();
  }

  /** Nothing of it is kept, and nothing goes there any more. */
  @Transactional
  void remove(UUID person) {
    jdbc.sql("delete from notice_mail where person_id = ?").param(person).update();
    jdbc.sql("delete from notice_silence where person_id = ?").param(person).update();
    jdbc.sql("delete from notice_email where person_id = ?").param(person).update();
  }

  void hush(UUID person, QuietHours quiet) {
    int changed =
        jdbc.sql("update notice_email set quiet_from = ?, quiet_to = ? where person_id = ?")
            .params(quiet.from(), quiet.to(), person)
            .update();
    if (changed == 0) {
      throw Refusal.notFound("notice.no-email");
    }
  }

  private byte[] mac(UUID person, String code) {
    return cipher.authenticate("notice-email-code", person + ":" + code);
  }
}
