package org.silian.access;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way back in for an administrator whom nobody else can let in: by a link that the operator has
 * the program print, good for one hour and one use, for whoever holds an administrator's post.
 */
@Component
public class WayBack {

  private final AccountManagement accounts;
  private final PersonManagement persons;
  private final SecondFactors factors;
  private final PasswordPolicy policy;
  private final Passwords passwords;
  private final Arrivals arrivals;
  private final Lock lock;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  WayBack(
      AccountManagement accounts,
      PersonManagement persons,
      SecondFactors factors,
      PasswordPolicy policy,
      Passwords passwords,
      Arrivals arrivals,
      Lock lock,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.accounts = accounts;
    this.persons = persons;
    this.factors = factors;
    this.policy = policy;
    this.passwords = passwords;
    this.arrivals = arrivals;
    this.lock = lock;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /** A fresh link for the current district, as a path; the one before is void. */
  @Transactional
  public String link() {
    var token = Token.fresh();
    jdbc.sql("delete from access_setup where purpose = 'WAY_BACK'").update();
    jdbc.sql("insert into access_setup (token_hash, expires_at, purpose) values (?, ?, 'WAY_BACK')")
        .params(token.hash(), at(clock.instant().plus(AccessSetup.LIFE)))
        .update();
    return "/console/way-back/" + token.text();
  }

  /** Refuses a link that is used, over or unknown as {@code access.way-back-gone}. */
  void refuseUnlessOpen(String token) {
    boolean open =
        jdbc.sql(
                """
                select exists (select from access_setup where token_hash = ?
                  and purpose = 'WAY_BACK' and used_at is null and expires_at > ?)""")
            .params(Token.parse(token, "access.way-back-gone").hash(), at(clock.instant()))
            .query((row, n) -> row.getBoolean(1))
            .single();
    if (!open) {
      throw gone();
    }
  }

  /**
   * Gives the administrator with this phone another password, and takes her second factors away.
   *
   * @return the person
   * @throws Refusal {@code access.way-back-person} where she does not administer
   */
  UUID take(String token, PhoneNumber phone, String password) {
    refuseUnlessOpen(token);
    var person =
        persons
            .byPhone(phone.digits())
            .filter(this::administers)
            .orElseThrow(() -> Refusal.ruleBroken("access.way-back-person").at("phone"));
    policy.check(password, persons.name(person), phone.digits());
    policy.refuseUsed(person, password);
    var hash = passwords.hash(password);
    Actor.SYSTEM.run(
        () ->
            transaction.executeWithoutResult(
                status -> {
                  use(new Token(token));
                  factors.forgetAll(person);
                  accounts.changePassword(person, hash);
                  lock.clear(phone);
                  lock.clear(person);
                  arrivals.wake(person);
                  events.publishEvent(
                      new AdministratorLetBackIn(person, accounts.home(person), clock.instant()));
                }));
    return person;
  }

  private boolean administers(UUID person) {
    return jdbc.sql(
            """
            select exists (
              select from organisation_appointment m
              join access_account a on a.person_id = m.person_id
              where m.person_id = :person and m.from_day <= :today
                and (m.to_day is null or m.to_day >= :today)
                and m.role in
                  ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'))""")
        .param("person", person)
        .param("today", District.day(clock.instant()))
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  private void use(Token token) {
    int used =
        jdbc.sql("update access_setup set used_at = ? where token_hash = ? and used_at is null")
            .params(at(clock.instant()), token.hash())
            .update();
    if (used == 0) {
      throw gone();
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Refusal gone() {
    return Refusal.notFound("access.way-back-gone");
  }
}
