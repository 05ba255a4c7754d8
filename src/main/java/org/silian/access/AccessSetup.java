package org.silian.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.DistrictTree;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationSummary;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the first administrator into a district that has none: by a link that the program prints at
 * its start, good for one hour and one use. There is no default password.
 */
@Component
public class AccessSetup {

  static final Duration LIFE = Duration.ofHours(1);

  private final PersonManagement persons;
  private final OrganisationDirectory directory;
  private final DistrictTree tree;
  private final AppointmentManagement appointments;
  private final AccountManagement accounts;
  private final PasswordPolicy policy;
  private final Passwords passwords;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AccessSetup(
      PersonManagement persons,
      OrganisationDirectory directory,
      DistrictTree tree,
      AppointmentManagement appointments,
      AccountManagement accounts,
      PasswordPolicy policy,
      Passwords passwords,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.persons = persons;
    this.directory = directory;
    this.tree = tree;
    this.appointments = appointments;
    this.accounts = accounts;
    this.policy = policy;
    this.passwords = passwords;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A fresh link for the current district, as a path; the one before is void. Empty once there is
   * an administrator.
   */
  @Transactional
  public Optional<String> link() {
    if (hasAdministrator()) {
      return Optional.empty();
    }
    var token = Token.fresh();
    jdbc.sql("delete from access_setup where purpose = 'SET_UP'").update();
    jdbc.sql("insert into access_setup (token_hash, expires_at) values (?, ?)")
        .params(token.hash(), at(clock.instant().plus(LIFE)))
        .update();
    return Optional.of("/console/setup/" + token.text());
  }

  /** Refuses a link that is used, over or unknown as {@code access.setup-gone}. */
  void refuseUnlessOpen(String token) {
    var found =
        jdbc.sql(
                "select 1 from access_setup"
                    + " where token_hash = ? and purpose = 'SET_UP' and used_at is null and expires_at > ?")
            .params(Token.parse(token, "access.setup-gone").hash(), at(clock.instant()))
            .query((row, n) -> row.getInt(1))
            .optional();
    if (found.isEmpty() || hasAdministrator()) {
      throw gone();
    }
  }

  /**
   * Makes the first administrator.
   *
   * @return the person
   */
  UUID setUp(String token, String name, PhoneNumber phone, String password) {
    refuseUnlessOpen(token);
    policy.check(password, name, phone.digits());
    var hash = passwords.hash(password);
    return Actor.SYSTEM.call(
        () -> transaction.execute(status -> setUpHashed(new Token(token), name, phone, hash)));
  }

  private UUID setUpHashed(Token token, String name, PhoneNumber phone, String hash) {
    var now = clock.instant();
    use(token, now);
    var district = directory.district().map(OrganisationSummary::id).orElseGet(this::plant);
    var person =
        persons.byPhone(phone.digits()).orElseGet(() -> persons.register(name, phone.digits()));
    appointments.appoint(
        new Appointing(
            person, Role.SYSTEM_ADMINISTRATOR, district, District.day(now), null, null, null));
    accounts.openHashed(person, hash, null, null);
    events.publishEvent(new DistrictSetUp(person, district, now));
    return person;
  }

  private void use(Token token, Instant now) {
    int used =
        jdbc.sql("update access_setup set used_at = ? where token_hash = ? and used_at is null")
            .params(at(now), token.hash())
            .update();
    if (used == 0) {
      throw gone();
    }
  }

  /** An empty district gets its tree with its first administrator. */
  private UUID plant() {
    tree.found(District.current().code(), District.day(clock.instant()));
    return directory.district().orElseThrow().id();
  }

  private boolean hasAdministrator() {
    return jdbc.sql(
            """
            select exists (
              select from organisation_appointment m
              join access_account a on a.person_id = m.person_id
              where m.role = 'SYSTEM_ADMINISTRATOR' and m.from_day <= :today
                and (m.to_day is null or m.to_day >= :today))""")
        .param("today", District.day(clock.instant()))
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Refusal gone() {
    return Refusal.notFound("access.setup-gone");
  }
}
