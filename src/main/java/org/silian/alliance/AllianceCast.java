package org.silian.alliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.silian.demo.DemoRow;
import org.silian.demo.DemoScene;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.OrganisationManagement;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.organisation.PersonManagement;
import org.silian.permission.Role;
import org.silian.tenancy.District;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the demo's committees, and invents those who sit in them. */
@Component
@Profile("demo")
class AllianceCast {

  private final OrganisationManagement organisations;
  private final OrganisationDirectory directory;
  private final PersonManagement persons;
  private final AppointmentManagement appointments;
  private final JdbcClient jdbc;

  AllianceCast(
      OrganisationManagement organisations,
      OrganisationDirectory directory,
      PersonManagement persons,
      AppointmentManagement appointments,
      JdbcClient jdbc) {
    this.organisations = organisations;
    this.directory = directory;
    this.persons = persons;
    this.appointments = appointments;
    this.jdbc = jdbc;
  }

  /** A body of the demo, with the organisation in which it stands and the one above that. */
  record Committee(UUID id, String name, UUID place, UUID above, LocalDate founded) {}

  List<Committee> committees(OrganisationKind kind) {
    return jdbc.sql(
            """
            select o.id, o.name, p.id as place, p.parent_id as above, o.founded_on
            from organisation o join organisation p on p.id = o.parent_id
            where o.kind = ? order by o.path""")
        .param(kind.name())
        .query(
            (row, n) ->
                new Committee(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getObject("place", UUID.class),
                    row.getObject("above", UUID.class),
                    row.getObject("founded_on", LocalDate.class)))
        .list();
  }

  /** An organisation of the demo by its name. */
  UUID named(String name) {
    return jdbc.sql("select id from organisation where name = ?")
        .param(name)
        .query((row, n) -> row.getObject(1, UUID.class))
        .single();
  }

  /** The organisation with the key of {@code organisations.csv}. */
  UUID unit(DemoScene scene, String key) {
    return scene.content("organisations.csv").stream()
        .filter(row -> row.get("key").equals(key))
        .findFirst()
        .map(row -> named(row.get("name")))
        .orElseThrow();
  }

  /** Somebody new in a post from a day on. */
  Actor appoint(DemoScene scene, Role role, UUID organisation, LocalDate from) {
    return scene.at(
        District.start(from),
        Actor.SYSTEM,
        () -> {
          var person = persons.register(scene.name(), null);
          var appointment =
              appointments.appoint(
                  new Appointing(person, role, organisation, from, null, null, null));
          return new Actor(
              person, appointment, role, organisation, directory.get(organisation).path());
        });
  }

  /** Heads of party organisations of the universities, in turn. */
  List<Actor> partyHeads(DemoScene scene, LocalDate since, int how) {
    var heads = new ArrayList<Actor>();
    var universities =
        scene.content("organisations.csv").stream()
            .filter(row -> row.get("kind").equals(OrganisationKind.UNIVERSITY.name()))
            .map(row -> named(row.get("name")))
            .toList();
    for (var branch : scene.content("party-organisations.csv")) {
      for (var university : universities) {
        if (heads.size() < how) {
          heads.add(partyHead(scene, since, branch, university));
        }
      }
    }
    return heads;
  }

  private Actor partyHead(DemoScene scene, LocalDate since, DemoRow branch, UUID university) {
    var party =
        found(scene, OrganisationKind.PARTY_ORGANISATION, branch.get("name"), university, since);
    return appoint(scene, Role.PARTY_HEAD, party, since);
  }

  UUID found(DemoScene scene, OrganisationKind kind, String name, UUID parent, LocalDate since) {
    return scene.at(
        District.start(since),
        Actor.SYSTEM,
        () -> organisations.found(new Founding(kind, name, parent, null, null, since)));
  }

  void end(DemoScene scene, Actor who, LocalDate on) {
    scene.at(
        District.start(on),
        Actor.SYSTEM,
        () -> {
          appointments.end(Objects.requireNonNull(who.appointment()), on, null);
          return on;
        });
  }
}
