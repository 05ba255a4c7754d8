package org.silian.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.silian.vault.FieldCipher;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Staff do not register: an administrator appoints them and hands them a link, good for seven days
 * and one use, by which they choose a password.
 */
@Component
class Invitations {

  static final Duration LIFE = Duration.ofDays(7);

  private static final String STANDING =
      """
      select i.id, i.person_id, p.name, m.role, o.id as organisation, o.name as organisation_name,
        i.expires_at
      from access_invitation i
      join organisation_person p on p.id = i.person_id
      join organisation_appointment m on m.id = i.appointment_id
      join organisation o on o.id = m.organisation_id
      where i.used_at is null and i.expires_at > :now and (m.to_day is null or m.to_day >= :today)
        and\s""";

  private final PersonManagement persons;
  private final AppointmentManagement appointments;
  private final AccountManagement accounts;
  private final PasswordPolicy policy;
  private final Passwords passwords;
  private final Codes codes;
  private final FieldCipher cipher;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Invitations(
      PersonManagement persons,
      AppointmentManagement appointments,
      AccountManagement accounts,
      PasswordPolicy policy,
      Passwords passwords,
      Codes codes,
      FieldCipher cipher,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.persons = persons;
    this.appointments = appointments;
    this.accounts = accounts;
    this.policy = policy;
    this.passwords = passwords;
    this.codes = codes;
    this.cipher = cipher;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /** Whom an administrator invites, and to what. */
  record Inviting(
      String name,
      String phone,
      Role role,
      UUID organisation,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable String document) {}

  /** An invitation that can still be taken up. */
  record Invitation(
      UUID id,
      UUID person,
      String name,
      Role role,
      UUID organisation,
      String organisationName,
      Instant expires) {}

  /**
   * Invites a person; appoints her unless she holds this very post already.
   *
   * @return the invitation's id
   * @throws Refusal {@code access.phone-of-another} where the phone is known under another name,
   *     {@code access.membership} for a party membership: whether somebody is a member already must
   *     not be learned by inviting her
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID invite(Inviting inviting) {
    if (inviting.role() == Role.PARTY_MEMBER) {
      throw Refusal.invalid("access.membership", "role");
    }
    var person =
        persons
            .byPhone(inviting.phone())
            .map(known -> sameOrRefuse(known, inviting.name()))
            .orElseGet(() -> persons.register(inviting.name(), inviting.phone()));
    var now = clock.instant();
    var id = UuidCreator.getTimeOrderedEpoch();
    jdbc.sql(
            """
            insert into access_invitation
              (id, token_hash, person_id, appointment_id, invited_by, expires_at)
            values (?, ?, ?, ?, ?, ?)""")
        .params(
            id,
            token(id).hash(),
            person,
            appointment(person, inviting),
            Actor.current().personOrRefuse(),
            now.plus(LIFE).atOffset(ZoneOffset.UTC))
        .update();
    events.publishEvent(new PersonInvited(person, inviting.role(), inviting.organisation(), now));
    return id;
  }

  /**
   * The token of an invitation: derived from its id under the installation's secret, so that the
   * same request sent twice gets the same link while the database has only its hash.
   */
  Token token(UUID invitation) {
    return Token.of(cipher.authenticate("access-invitation", invitation.toString()));
  }

  /** The path of the link that is handed over. */
  String path(UUID invitation) {
    return "/console/invitation/" + token(invitation).text();
  }

  /**
   * The invitation that a link stands for.
   *
   * @throws Refusal {@code access.invitation-gone}
   */
  Invitation find(String token) {
    var parsed = Token.parse(token, "access.invitation-gone");
    return find("i.token_hash = :key", parsed.hash()).orElseThrow(Invitations::gone);
  }

  /**
   * Takes up an invitation. Whoever has an account already proves her phone too, or the link alone
   * would open it to whoever finds it.
   *
   * @param phoneCode a SIGN_IN code
   * @return the person
   */
  UUID accept(String token, @Nullable String phoneCode, String password) {
    var invitation = find(token);
    var phone = persons.phone(invitation.person());
    policy.check(password, invitation.name(), phone);
    boolean known = accounts.find(invitation.person()).isPresent();
    if (known) {
      prove(phone, phoneCode);
      policy.refuseUsed(invitation.person(), password);
    }
    var hash = passwords.hash(password);
    var actor = new Actor(invitation.person(), null, invitation.role(), null, null);
    return actor.call(
        () ->
            transaction.execute(
                status -> {
                  use(invitation);
                  if (known) {
                    codes.use(PhoneNumber.parse(String.valueOf(phone)), CodePurpose.SIGN_IN);
                    accounts.changePassword(invitation.person(), hash);
                  } else {
                    accounts.openHashed(invitation.person(), hash, null, null);
                  }
                  return invitation.person();
                }));
  }

  private void prove(@Nullable String phone, @Nullable String code) {
    if (phone == null || code == null) {
      throw Refusal.conflict("access.has-account");
    }
    if (!codes.isRight(PhoneNumber.parse(phone), CodePurpose.SIGN_IN, code)) {
      throw Refusal.invalid("access.code", "phoneCode");
    }
  }

  private void use(Invitation invitation) {
    var now = clock.instant();
    int used =
        jdbc.sql("update access_invitation set used_at = ? where id = ? and used_at is null")
            .params(now.atOffset(ZoneOffset.UTC), invitation.id())
            .update();
    if (used == 0) {
      throw gone();
    }
    events.publishEvent(
        new InvitationAccepted(
            invitation.person(), invitation.role(), invitation.organisation(), now));
  }

  private UUID sameOrRefuse(UUID known, String name) {
    if (!plain(persons.name(known)).equals(plain(name))) {
      throw Refusal.conflict("access.phone-of-another").at("phone");
    }
    return known;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s·]", "");
  }

  private UUID appointment(UUID person, Inviting inviting) {
    return appointments.posts(person, inviting.from()).stream()
        .filter(post -> post.role() == inviting.role())
        .filter(post -> post.organisation().equals(inviting.organisation()))
        .map(AppointmentManagement.CurrentPost::appointment)
        .findFirst()
        .orElseGet(
            () ->
                appointments.appoint(
                    new Appointing(
                        person,
                        inviting.role(),
                        inviting.organisation(),
                        inviting.from(),
                        inviting.to(),
                        inviting.document(),
                        null)));
  }

  private Optional<Invitation> find(String condition, Object key) {
    var now = clock.instant();
    return jdbc.sql(STANDING + condition)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("today", District.day(now))
        .param("key", key)
        .query(
            (row, n) ->
                new Invitation(
                    row.getObject("id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    row.getString("name"),
                    Role.valueOf(row.getString("role")),
                    row.getObject("organisation", UUID.class),
                    row.getString("organisation_name"),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private static Refusal gone() {
    return Refusal.notFound("access.invitation-gone");
  }
}
