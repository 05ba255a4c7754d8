package org.silian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appoints persons to roles in organisations, and ends appointments. */
@Component
@Transactional
public class AppointmentManagement {

  private static final int BATCH = 100;

  private final Appointments appointments;
  private final Organisations organisations;
  private final PartyLine partyLine;
  private final AppointmentRules rules;
  private final JdbcClient jdbc;
  private final Clock clock;

  AppointmentManagement(
      Appointments appointments,
      Organisations organisations,
      PartyLine partyLine,
      AppointmentRules rules,
      JdbcClient jdbc,
      Clock clock) {
    this.appointments = appointments;
    this.organisations = organisations;
    this.partyLine = partyLine;
    this.rules = rules;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * An appointment to be made.
   *
   * @param from the first day
   * @param to the last day; absent where it is open
   * @param document the number of the paper that appoints
   * @param grid the grid in which the post works; of a party member, the party grid
   */
  public record Appointing(
      UUID person,
      Role role,
      UUID organisation,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable String document,
      @Nullable UUID grid) {}

  /**
   * An appointment in force.
   *
   * @param path of the subtree whose records the post works with: its organisation's, and for a
   *     department that of the organisation above it
   */
  public record CurrentPost(
      UUID appointment,
      Role role,
      UUID organisation,
      OrganisationKind kind,
      String organisationName,
      String path,
      LocalDate from,
      @Nullable LocalDate to) {}

  /**
   * Appoints a person, or proposes it where the role needs approval. Whoever acts in a post
   * appoints within its reach; Silian itself and a person who takes up an invitation, who both act
   * in none, are held by the invitation.
   *
   * @throws Refusal {@code organisation.role-not-of-kind}, {@code organisation.already-appointed},
   *     {@code organisation.from-after-to}, {@code organisation.party-line} and others, each with
   *     its field
   */
  public UUID appoint(Appointing appointing) {
    var organisation = within(appointing.organisation(), appointing.role());
    var now = clock.instant();
    var appointment =
        rules.needsApproval(appointing.role())
            ? Appointment.proposed(appointing, organisation, Actor.current().personOrRefuse(), now)
            : Appointment.made(appointing, organisation, now);
    rules.lock(appointing.person());
    rules.refuseOtherGrid(appointing);
    rules.refuseOverlap(appointing);
    return appointments.save(appointment).id();
  }

  /** Lets what was proposed take effect; nobody approves what concerns or was proposed by her. */
  void approve(UUID id, Revision revision) {
    var appointment = get(id);
    revision.expect(appointment.version());
    var wanted = appointment.wanted();
    var organisation = within(wanted.organisation(), wanted.role());
    if (!organisation.standsOn(District.day(clock.instant()))) {
      throw Refusal.ruleBroken("organisation.dissolved");
    }
    rules.lock(wanted.person());
    rules.refuseOverlap(wanted);
    appointment.approve(Actor.current().personOrRefuse(), clock.instant());
    appointments.save(appointment);
  }

  /** Lets what was proposed fall away. */
  void decline(UUID id, Revision revision) {
    var appointment = get(id);
    revision.expect(appointment.version());
    within(appointment.organisationId(), appointment.role());
    appointment.decline(clock.instant());
    appointments.save(appointment);
  }

  /**
   * Lets an appointment last longer.
   *
   * @param to the new last day; absent to leave it open
   * @throws Refusal {@code organisation.extension-needs-approval} where the role does: then it is a
   *     new appointment
   */
  void extend(UUID id, Revision revision, @Nullable LocalDate to, @Nullable String document) {
    var appointment = get(id);
    within(appointment.organisationId(), appointment.role());
    revision.expect(appointment.version());
    if (rules.needsApproval(appointment.role())) {
      throw Refusal.ruleBroken("organisation.extension-needs-approval");
    }
    rules.lock(appointment.personId());
    rules.refuseOverlap(appointment.extend(to, document, clock.instant()));
    appointments.save(appointment);
  }

  /** Whether anybody holds a post in it, now or later. */
  boolean areHeldIn(UUID organisation) {
    return jdbc.sql(
            """
            select exists (
              select from organisation_appointment where organisation_id = ? and not ended)""")
        .param(organisation)
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  /**
   * Ends an appointment; ended today, its rights are gone at once.
   *
   * @param on the first day on which it is no longer held; the day before is its last
   * @param document the number of the paper that ends it
   */
  public void end(UUID appointment, LocalDate on, @Nullable String document) {
    end(get(appointment), on, document);
  }

  /** As {@link #end(UUID, LocalDate, String)}, if it still is at that version. */
  void end(UUID id, Revision revision, LocalDate on, @Nullable String document) {
    var appointment = get(id);
    within(appointment.organisationId(), appointment.role());
    revision.expect(appointment.version());
    end(appointment, on, document);
  }

  /** Ends all appointments in an organisation that is no more. */
  void endAll(UUID organisation, LocalDate on) {
    jdbc.sql(
            """
            select id from organisation_appointment
            where organisation_id = ? and not ended order by id""")
        .param(organisation)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list()
        .forEach(
            id -> {
              var appointment = get(id);
              appointment.endWithOrganisation(on, clock.instant());
              appointments.save(appointment);
            });
  }

  /**
   * Tells the end of appointments whose last day is over.
   *
   * @return whether there may be more
   */
  boolean endRunOut() {
    var now = clock.instant();
    var over =
        jdbc.sql(
                """
                select id from organisation_appointment
                where not ended and to_day < ? order by to_day limit ?
                for update skip locked""")
            .param(District.day(now))
            .param(BATCH)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list();
    for (var appointment : appointments.findAllById(over)) {
      appointment.runOut(now);
      appointments.save(appointment);
    }
    return over.size() == BATCH;
  }

  /** The posts a person holds on a day, the oldest first. */
  @Transactional(readOnly = true)
  public List<CurrentPost> posts(UUID person, LocalDate on) {
    return jdbc.sql(
            """
            select a.id as appointment, a.role, o.id as organisation, o.kind,
              o.name as organisation_name,
              case when o.kind in (:serving) then p.path else o.path end as path,
              a.from_day as "from", a.to_day as "to"
            from organisation_appointment a
            join organisation o on o.id = a.organisation_id
            left join organisation p on p.id = o.parent_id
            where a.person_id = :person and a.from_day <= :on
              and (a.to_day is null or a.to_day >= :on)
            order by a.from_day, a.id""")
        .param("serving", OrganisationKind.servingTheirParent())
        .param("person", person)
        .param("on", on)
        .query(new SimplePropertyRowMapper<>(CurrentPost.class))
        .list();
  }

  private void end(Appointment appointment, LocalDate on, @Nullable String document) {
    appointment.end(on, document, clock.instant());
    appointments.save(appointment);
  }

  /** What lies outside the reach of the actor is not there; party members need the party's line. */
  private Organisation within(UUID id, Role role) {
    var organisation =
        organisations
            .findById(id)
            .orElseThrow(() -> Refusal.notFound("organisation.not-found").at("organisation"));
    var actor = Actor.current();
    if (actor.role() != null) {
      if (!actor.reaches(organisation.path())) {
        throw Refusal.notFound("organisation.not-found").at("organisation");
      }
      if (role == Role.PARTY_MEMBER && !partyLine.includes(actor)) {
        throw Refusal.forbidden("organisation.party-line");
      }
    }
    return organisation;
  }

  private Appointment get(UUID id) {
    return appointments
        .findById(id)
        .orElseThrow(() -> Refusal.notFound("organisation.appointment-not-found"));
  }
}
