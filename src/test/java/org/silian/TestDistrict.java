package org.silian;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.DistrictTree;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.PersonManagement;
import org.silian.permission.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Peoples the district of a test: its communities, and anybody in any post. */
@Component
@Profile("test")
public class TestDistrict {

  private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final DistrictTree tree;
  private final OrganisationDirectory organisations;
  private final PersonManagement persons;
  private final AppointmentManagement appointments;

  TestDistrict(
      DistrictTree tree,
      OrganisationDirectory organisations,
      PersonManagement persons,
      AppointmentManagement appointments) {

    this.tree = tree;
    this.organisations = organisations;
    this.persons = persons;
    this.appointments = appointments;
  }

  /** The district itself, with all its streets and communities. */
  public UUID root() {
    if (organisations.district().isEmpty()) {
      Actor.SYSTEM.run(() -> tree.found("450107", SINCE));
    }
    return organisations.district().orElseThrow().id();
  }

  /** A community by its name. */
  public UUID community(String name) {
    root();
    return organisations.communities().stream()
        .filter(community -> community.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** A new person. */
  public UUID person() {
    int n = NEXT.incrementAndGet();
    return Actor.SYSTEM.call(() -> persons.register("试" + chinese(n), "1380000%04d".formatted(n)));
  }

  /** A new person in a post. */
  public Actor appointed(Role role, UUID organisation) {
    return appointed(person(), role, organisation);
  }

  /** A person in a post, since long ago. */
  public Actor appointed(UUID person, Role role, UUID organisation) {
    var appointment =
        Actor.SYSTEM.call(
            () ->
                appointments.appoint(
                    new Appointing(person, role, organisation, SINCE, null, null, null)));
    return new Actor(
        person, appointment, role, organisation, organisations.get(organisation).path());
  }

  /** A new person with a standing only. */
  public Actor registered(Role standing, UUID community) {
    return new Actor(person(), null, standing, community, null);
  }

  private static String chinese(int n) {
    return String.valueOf(n)
        .chars()
        .mapToObj(c -> String.valueOf("零一二三四五六七八九".charAt(c - '0')))
        .collect(Collectors.joining());
  }
}
