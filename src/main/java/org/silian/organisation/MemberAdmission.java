package org.silian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.PersonManagement.Registering;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.silian.territory.GridLayer;
import org.silian.territory.Grids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Admits many members to party organisations at once: the rules of {@link AppointmentManagement},
 * with each thing asked once for all of them. 4,800 rows, each by its own statements, would take
 * half a minute.
 */
@Component
class MemberAdmission {

  private final Appointments appointments;
  private final AppointmentManagement management;
  private final Organisations organisations;
  private final PersonManagement persons;
  private final PartyLine partyLine;
  private final Grids grids;
  private final JdbcClient jdbc;
  private final Clock clock;

  MemberAdmission(
      Appointments appointments,
      AppointmentManagement management,
      Organisations organisations,
      PersonManagement persons,
      PartyLine partyLine,
      Grids grids,
      JdbcClient jdbc,
      Clock clock) {
    this.appointments = appointments;
    this.management = management;
    this.organisations = organisations;
    this.persons = persons;
    this.partyLine = partyLine;
    this.grids = grids;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A member to be admitted.
   *
   * @param person absent for somebody who is not known yet
   * @param moves her membership in another grid, which ends
   */
  record Admission(
      @Nullable UUID person,
      String name,
      @Nullable String phone,
      UUID party,
      @Nullable UUID grid,
      LocalDate from,
      @Nullable String document,
      @Nullable UUID moves) {}

  /**
   * @throws Refusal {@code organisation.party-line} from outside the line
   */
  void refuseUnlessOfTheLine() {
    var actor = Actor.current();
    if (actor.role() != null && !partyLine.includes(actor)) {
      throw Refusal.forbidden("organisation.party-line");
    }
  }

  /**
   * Admits all of them or none.
   *
   * @throws Refusal as {@link AppointmentManagement#appoint}
   */
  @Transactional
  void admit(List<Admission> admissions) {
    refuseUnlessOfTheLine();
    var actor = Actor.current();
    var parties = new HashMap<UUID, Organisation>();
    organisations
        .findAllById(admissions.stream().map(Admission::party).distinct().toList())
        .forEach(party -> parties.put(party.id(), party));
    refuseOtherGrids(admissions);
    var people = people(admissions);
    lock(people);
    for (var each : admissions) {
      if (each.moves() != null) {
        management.end(each.moves(), District.day(clock.instant()), null);
      }
    }
    refuseMembers(admissions, people);
    var now = clock.instant();
    var made = new ArrayList<Appointment>();
    for (int i = 0; i < admissions.size(); i++) {
      var each = admissions.get(i);
      var party = parties.get(each.party());
      if (party == null || (actor.role() != null && !actor.reaches(party.path()))) {
        throw Refusal.notFound("organisation.not-found").at("organisation");
      }
      made.add(
          Appointment.made(
              new Appointing(
                  people.get(i),
                  Role.PARTY_MEMBER,
                  each.party(),
                  each.from(),
                  null,
                  each.document(),
                  each.grid()),
              party,
              now));
    }
    appointments.saveAll(made);
  }

  private List<UUID> people(List<Admission> admissions) {
    var unknown = admissions.stream().filter(each -> each.person() == null).toList();
    var registered =
        persons
            .registerAll(
                unknown.stream().map(each -> new Registering(each.name(), each.phone())).toList())
            .iterator();
    return admissions.stream()
        .map(each -> each.person() == null ? registered.next() : each.person())
        .toList();
  }

  private void refuseOtherGrids(List<Admission> admissions) {
    for (var grid :
        admissions.stream().map(Admission::grid).filter(Objects::nonNull).distinct().toList()) {
      var layer =
          grids
              .layer(grid, District.day(clock.instant()))
              .orElseThrow(() -> Refusal.notFound("organisation.grid-not-found").at("grid"));
      if (layer != GridLayer.PARTY) {
        throw Refusal.ruleBroken("organisation.grid-layer").at("grid");
      }
    }
  }

  private void lock(List<UUID> people) {
    jdbc.sql("select id from organisation_person where id = any(?) order by id for update")
        .param(people.toArray(UUID[]::new))
        .query(row -> {});
  }

  private void refuseMembers(List<Admission> admissions, List<UUID> people) {
    var parties =
        jdbc
            .sql(
                """
                select person_id, organisation_id from organisation_appointment
                where person_id = any(?) and role = 'PARTY_MEMBER'
                  and (to_day is null or to_day >= from_day and to_day >= ?)""")
            .param(people.toArray(UUID[]::new))
            .param(admissions.stream().map(Admission::from).min(LocalDate::compareTo).orElseThrow())
            .query((row, n) -> row.getString(1) + row.getString(2))
            .list()
            .stream()
            .collect(Collectors.toSet());
    for (int i = 0; i < people.size(); i++) {
      if (!parties.add(people.get(i).toString() + admissions.get(i).party())) {
        throw Refusal.conflict("organisation.already-appointed").at("role");
      }
    }
  }
}
