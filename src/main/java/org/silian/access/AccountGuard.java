package org.silian.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.notice.Notices;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the security administrator does about accounts: sees who administers, opens an account that
 * is locked, takes second factors away that are lost. Always of others, always with a reason, and
 * the person is told.
 */
@Component
class AccountGuard {

  private static final String STAFF =
      """
      exists (select from organisation_appointment m where m.person_id = a.person_id
        and m.role <> 'PARTY_MEMBER' and m.from_day <= :today
        and (m.to_day is null or m.to_day >= :today))""";

  private final AccountManagement accounts;
  private final PersonManagement persons;
  private final SecondFactors factors;
  private final Sessions sessions;
  private final Arrivals arrivals;
  private final Lock lock;
  private final Notices notices;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AccountGuard(
      AccountManagement accounts,
      PersonManagement persons,
      SecondFactors factors,
      Sessions sessions,
      Arrivals arrivals,
      Lock lock,
      Notices notices,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.accounts = accounts;
    this.persons = persons;
    this.factors = factors;
    this.sessions = sessions;
    this.arrivals = arrivals;
    this.lock = lock;
    this.notices = notices;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /** An administrator's post, now or to come. */
  record Administrator(
      UUID person,
      String name,
      Role role,
      LocalDate from,
      @Nullable LocalDate to,
      boolean account,
      boolean secondFactor) {}

  /** An account as the list shows it, without what takes a look at each. */
  record Listed(UUID person, String name, boolean staff, boolean secondFactor) {

    private static Listed from(ResultSet row, int n) throws SQLException {
      return new Listed(
          row.getObject("person_id", UUID.class),
          row.getString("name"),
          row.getBoolean("staff"),
          row.getBoolean("second_factor"));
    }
  }

  /** The posts of the three administrators that are not over, by role and name. */
  List<Administrator> administrators() {
    return jdbc.sql(
            """
            select m.person_id, p.name, m.role, m.from_day, m.to_day,
              a.person_id is not null as account, coalesce(%s, false) as second_factor
            from organisation_appointment m
            join organisation_person p on p.id = m.person_id
            left join access_account a on a.person_id = m.person_id
            where m.role in (:roles) and (m.to_day is null or m.to_day >= :today)
            order by m.role, p.name, m.from_day, m.id limit 200"""
                .formatted(secondFactor()))
        .param(
            "roles",
            Arrays.stream(Role.values()).filter(Role::isAdministrator).map(Role::name).toList())
        .param("today", today())
        .query(
            (row, n) ->
                new Administrator(
                    row.getObject("person_id", UUID.class),
                    row.getString("name"),
                    Role.valueOf(row.getString("role")),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class),
                    row.getBoolean("account"),
                    row.getBoolean("second_factor")))
        .list();
  }

  /** Accounts by the beginning of a name, or one by a whole phone number; residents only so. */
  Page<Listed> accounts(@Nullable String q, @Nullable Cursor after, int size) {
    if (q != null && PhoneNumber.isPhone(q)) {
      return new Page<>(persons.byPhone(q).flatMap(this::listed).stream().toList(), null);
    }
    var statement =
        jdbc.sql(
                """
                select a.person_id, p.name, true as staff, %s as second_factor
                from access_account a join organisation_person p on p.id = a.person_id
                where %s and starts_with(p.name, :q) %s
                order by p.name, a.person_id limit :limit"""
                    .formatted(
                        secondFactor(),
                        STAFF,
                        after == null ? "" : "and (p.name, a.person_id) > (:name, :id)"))
            .param("q", q == null ? "" : q.strip())
            .param("today", today())
            .param("limit", size + 1);
    if (after != null) {
      statement = statement.param("name", after.key()).param("id", after.id());
    }
    return Page.of(
        statement.query(Listed::from).list(),
        size,
        account -> new Cursor(account.name(), account.person()));
  }

  boolean isLocked(UUID person) {
    var phone = persons.phone(person);
    return lock.isLocked(person) || (phone != null && lock.isLocked(PhoneNumber.parse(phone)));
  }

  /** Opens an account that is locked after wrong passwords or codes, or asleep. */
  @Transactional
  public void unlock(UUID person, String reason) {
    refuseUnlessOther(person);
    var phone = persons.phone(person);
    if (phone != null) {
      lock.clear(PhoneNumber.parse(phone));
    }
    lock.clear(person);
    arrivals.wake(person);
    events.publishEvent(
        new AccountUnlocked(person, accounts.home(person), clock.instant(), reason));
    tell(person, "access.unlocked");
  }

  /** Takes all second factors of a person away and signs her out; she sets up new ones. */
  @Transactional
  public void resetFactors(UUID person, String reason) {
    refuseUnlessOther(person);
    factors.forgetAll(person);
    lock.clear(person);
    sessions.endAll(person);
    events.publishEvent(new FactorsReset(person, accounts.home(person), clock.instant(), reason));
    tell(person, "access.factors-reset");
  }

  private void refuseUnlessOther(UUID person) {
    if (accounts.find(person).isEmpty()) {
      throw Refusal.notFound("access.account-not-found");
    }
    if (person.equals(Actor.current().person())) {
      throw Refusal.ruleBroken("access.own-account");
    }
  }

  private void tell(UUID person, String code) {
    notices.tell(List.of(person), code, new Subject("person", person), Map.of());
  }

  private Optional<Listed> listed(UUID person) {
    return jdbc.sql(
            """
            select a.person_id, p.name, %s as staff, %s as second_factor
            from access_account a join organisation_person p on p.id = a.person_id
            where a.person_id = :person"""
                .formatted(STAFF, secondFactor()))
        .param("person", person)
        .param("today", today())
        .query(Listed::from)
        .optional();
  }

  private static String secondFactor() {
    return """
        (exists (select from access_totp t
           where t.person_id = a.person_id and t.confirmed_at is not null)
         or exists (select from access_passkey k where k.person_id = a.person_id))""";
  }

  private LocalDate today() {
    return District.day(clock.instant());
  }
}
