package org.silian.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.silian.access.AccountManagement;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.DistrictTree;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.OrganisationManagement;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.organisation.PersonManagement;
import org.silian.permission.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A second district, so that the city has two to look at: real places, a handful of invented
 * people, no sign-ins. It answers under a host name of its own.
 */
@Component
@Profile("demo")
class DemoNeighbour {

  static final String CODE = "450102";
  static final String HOST = "xingning.localhost";

  /** One of each street and town that has any. */
  private static final List<String> COMMUNITIES =
      List.of("450102001003", "450102001004", "450102002001", "450102003001", "450102101001");

  private static final int PEOPLE = 4;

  private final DistrictTree tree;
  private final OrganisationManagement organisations;
  private final OrganisationDirectory directory;
  private final PersonManagement persons;
  private final AppointmentManagement appointments;
  private final AccountManagement accounts;

  DemoNeighbour(
      DistrictTree tree,
      OrganisationManagement organisations,
      OrganisationDirectory directory,
      PersonManagement persons,
      AppointmentManagement appointments,
      AccountManagement accounts) {
    this.tree = tree;
    this.organisations = organisations;
    this.directory = directory;
    this.persons = persons;
    this.appointments = appointments;
    this.accounts = accounts;
  }

  @Transactional
  DemoScene found(LocalDate since, LocalDate today, DemoClock clock) {
    tree.found(CODE, since);
    var names = new DemoNames(new Random(450102));
    var district = directory.district().orElseThrow().id();
    var partner =
        organisations.found(
            new Founding(
                OrganisationKind.SOCIAL_ORGANISATION, "晴窗志愿服务中心", district, null, null, since));
    var communities = new ArrayList<DemoScene.Community>();
    for (var code : COMMUNITIES) {
      communities.add(community(code, names, since));
    }
    return new DemoScene(
        today,
        communities,
        List.of(appointed(names, Role.PARTNER_LIAISON, partner, since)),
        List.of(appointed(names, Role.ORGANISATION_DEPARTMENT, district, since)),
        names,
        clock);
  }

  private DemoScene.Community community(String code, DemoNames names, LocalDate since) {
    var place = directory.byDivision(code).orElseThrow();
    var residents = new ArrayList<Actor>();
    var helpers = new ArrayList<Actor>();
    for (int i = 0; i < PEOPLE; i++) {
      residents.add(registered(names, Role.RESIDENT, place.id()));
      helpers.add(registered(names, i % 2 == 0 ? Role.VOLUNTEER : Role.STUDENT, place.id()));
    }
    return new DemoScene.Community(
        place.id(),
        place.name(),
        false,
        appointed(names, Role.COMMUNITY_SECRETARY, place.id(), since),
        appointed(names, Role.COMMUNITY_WORKER, place.id(), since),
        residents,
        helpers);
  }

  private Actor appointed(DemoNames names, Role role, UUID organisation, LocalDate since) {
    var person = persons.register(names.name(), names.phone());
    var appointment =
        appointments.appoint(new Appointing(person, role, organisation, since, null, null, null));
    return new Actor(person, appointment, role, organisation, directory.get(organisation).path());
  }

  private Actor registered(DemoNames names, Role standing, UUID community) {
    var person = persons.register(names.name(), names.phone());
    accounts.open(person, null, standing, community);
    return new Actor(person, null, standing, community, null);
  }
}
