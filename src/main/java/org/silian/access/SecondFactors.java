package org.silian.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.silian.vault.FieldCipher;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Authenticator apps, and the recovery codes for whoever has lost hers. The secret is encrypted,
 * the recovery codes are kept as keyed hashes, and each code opens once.
 */
@Component
class SecondFactors {

  private static final String FIELD = "access-totp";
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final AccountManagement accounts;
  private final FieldCipher cipher;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SecondFactors(
      AccountManagement accounts,
      FieldCipher cipher,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.accounts = accounts;
    this.cipher = cipher;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Begins to set an authenticator app up; one begun before is void.
   *
   * @throws Refusal {@code access.totp-there} where there is one in use
   */
  @Transactional
  public Totp begin(UUID person) {
    var totp = Totp.fresh();
    int begun =
        jdbc.sql(
                """
                insert into access_totp as t (person_id, secret_cipher) values (:person, :secret)
                on conflict (person_id) do update set secret_cipher = excluded.secret_cipher
                where t.confirmed_at is null""")
            .param("person", person)
            .param("secret", cipher.encrypt(FIELD, totp.text()))
            .update();
    if (begun == 0) {
      throw Refusal.conflict("access.totp-there");
    }
    return totp;
  }

  /**
   * Puts the authenticator app to use, once it has made a right code.
   *
   * @return recovery codes, shown this once
   * @throws Refusal {@code access.totp-code}
   */
  @Transactional
  public List<String> confirm(UUID person, String code) {
    if (!spend(person, code, "is null")) {
      throw Refusal.invalid("access.totp-code", "code");
    }
    jdbc.sql("update access_totp set confirmed_at = ? where person_id = ?")
        .params(now(), person)
        .update();
    tellAdded(person, Factor.TOTP);
    return newRecoveryCodes(person);
  }

  /** Whether the code is right and was not used before; it is used then. */
  boolean isRight(UUID person, String code) {
    return spend(person, code, "is not null");
  }

  /** Takes the authenticator app away. */
  @Transactional
  public void remove(UUID person) {
    int removed =
        jdbc.sql("delete from access_totp where person_id = ? and confirmed_at is not null")
            .param(person)
            .update();
    if (removed == 0) {
      throw Refusal.notFound("access.factor-not-found");
    }
    events.publishEvent(
        new FactorRemoved(person, Factor.TOTP, accounts.home(person), clock.instant()));
    forgetCodesWithoutFactor(person);
  }

  /** Recovery codes serve whoever has a second factor, and nobody else. */
  @Transactional
  public void forgetCodesWithoutFactor(UUID person) {
    jdbc.sql(
            """
            delete from access_recovery_code where person_id = :person
              and not exists (select from access_totp t
                where t.person_id = :person and t.confirmed_at is not null)
              and not exists (select from access_passkey k where k.person_id = :person)""")
        .param("person", person)
        .update();
  }

  /** Ten new recovery codes; those of before are void. */
  @Transactional
  public List<String> newRecoveryCodes(UUID person) {
    jdbc.sql("delete from access_recovery_code where person_id = ?").param(person).update();
    var codes = Stream.generate(SecondFactors::recoveryCode).limit(RECOVERY_CODES).toList();
    for (var code : codes) {
      jdbc.sql("insert into access_recovery_code (person_id, code_mac) values (?, ?)")
          .params(person, mac(person, code))
          .update();
    }
    tellAdded(person, Factor.RECOVERY_CODES);
    return codes;
  }

  /** Whether it is one of the person's recovery codes, not used before; it is used then. */
  boolean recovers(UUID person, String code) {
    return jdbc.sql(
                """
                update access_recovery_code set used_at = ?
                where person_id = ? and code_mac = ? and used_at is null""")
            .params(now(), person, mac(person, code))
            .update()
        == 1;
  }

  int recoveryCodesLeft(UUID person) {
    return jdbc.sql(
            "select count(*) from access_recovery_code where person_id = ? and used_at is null")
        .param(person)
        .query((row, n) -> row.getInt(1))
        .single();
  }

  /** Since when the person has an authenticator app. */
  @Nullable OffsetDateTime since(UUID person) {
    return jdbc.sql(
            "select confirmed_at from access_totp where person_id = ? and confirmed_at is not null")
        .param(person)
        .query((row, n) -> row.getObject(1, OffsetDateTime.class))
        .optional()
        .orElse(null);
  }

  /** All second factors of a person are gone, for whoever has lost them. */
  @Transactional
  public void forgetAll(UUID person) {
    for (var table : List.of("access_totp", "access_passkey", "access_recovery_code")) {
      jdbc.sql("delete from " + table + " where person_id = ?").param(person).update();
    }
  }

  void tellAdded(UUID person, Factor factor) {
    events.publishEvent(new FactorAdded(person, factor, accounts.home(person), clock.instant()));
  }

  /** The step is used up in the same statement that asks whether it was: of two, one is right. */
  private boolean spend(UUID person, String code, String confirmed) {
    var step =
        secret(person, confirmed)
            .map(totp -> totp.match(code, clock.instant()))
            .filter(found -> found.isPresent());
    return step.isPresent()
        && jdbc.sql(
                    "update access_totp set last_step = :step where person_id = :person and last_step < :step")
                .param("step", step.get().getAsLong())
                .param("person", person)
                .update()
            == 1;
  }

  private Optional<Totp> secret(UUID person, String confirmed) {
    return jdbc.sql(
            "select secret_cipher from access_totp where person_id = ? and confirmed_at "
                + confirmed)
        .param(person)
        .query((row, n) -> Totp.of(cipher.decrypt(FIELD, row.getBytes(1))))
        .optional();
  }

  private static String recoveryCode() {
    var bytes = new byte[RECOVERY_BYTES];
    RANDOM.nextBytes(bytes);
    var text = Base32.toBase32String(bytes).toLowerCase(Locale.ROOT);
    var parts = new ArrayList<String>();
    for (int at = 0; at < text.length(); at += 4) {
      parts.add(text.substring(at, at + 4));
    }
    return String.join("-", parts);
  }

  private byte[] mac(UUID person, String code) {
    var plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return cipher.authenticate("access-recovery", person + " " + plain);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
