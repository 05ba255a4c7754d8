package org.silian.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.permission.Role;
import org.silian.territory.Divisions;
import org.springframework.stereotype.Component;

/** Makes organisations, persons and posts for tests, as the system. */
@Component
class Town {

  static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

  private final OrganisationManagement organisations;
  private final OrganisationDirectory directory;
  private final PersonManagement persons;
  private final AppointmentManagement appointments;
  private final Divisions divisions;

  Town(
      OrganisationManagement organisations,
      OrganisationDirectory directory,
      PersonManagement persons,
      AppointmentManagement appointments,
      Divisions divisions) {
    this.organisations = organisations;
    this.directory = directory;
    this.persons = persons;
    this.appointments = appointments;
    this.divisions = divisions;
  }

  /** The district, which there is once. */
  UUID district() {
    divisions.load("450107");
    return directory
        .district()
        .map(OrganisationSummary::id)
        .orElseGet(() -> found(OrganisationKind.DISTRICT, "西乡塘区", null, "450107"));
  }

  UUID street(String name) {
    return found(OrganisationKind.STREET, name, district(), null);
  }

  UUID found(OrganisationKind kind, String name, UUID parent) {
    return found(kind, name, parent, null);
  }

  UUID found(OrganisationKind kind, String name, UUID parent, String division) {
    return Actor.SYSTEM.call(
        () -> organisations.found(new Founding(kind, name, parent, division, null, SINCE)));
  }

  UUID parent(UUID organisation) {
    return directory.get(organisation).parent();
  }

  UUID person(String name) {
    return persons.register(name, null);
  }

  UUID appoint(UUID person, Role role, UUID organisation) {
    return Actor.SYSTEM.call(
        () ->
            appointments.appoint(
                new Appointing(person, role, organisation, SINCE, null, null, null)));
  }

  /** Somebody in a post, acting in it. */
  Actor actor(Role role, UUID organisation) {
    var person = person("演员");
    var appointment = appoint(person, role, organisation);
    var post =
        appointments.posts(person, SINCE).stream()
            .filter(p -> p.appointment().equals(appointment))
            .findFirst()
            .orElseThrow();
    return new Actor(person, appointment, role, organisation, post.path());
  }
}
