package org.silian.demo;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.access.AccountManagement;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.Contacts;
import org.silian.organisation.Contacts.Contact;
import org.silian.organisation.DistrictTree;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.OrganisationManagement;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.organisation.OrganisationSummary;
import org.silian.organisation.PersonManagement;
import org.silian.permission.Role;
import org.silian.territory.DistrictMap;
import org.silian.territory.GridLayer;
import org.silian.territory.Grids;
import org.silian.territory.Shape;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first chapter: real places, invented organisations, invented people in every post. */
@Component
@Profile("demo")
class DemoDistrict {

  static final String CODE = "450107";
  static final String HOME = "450107001009";
  private static final int RESIDENTS = 9;
  private static final int HELPERS = 6;

  private final DistrictTree tree;
  private final OrganisationManagement organisations;
  private final OrganisationDirectory directory;
  private final PersonManagement persons;
  private final AppointmentManagement appointments;
  private final AccountManagement accounts;
  private final Contacts contacts;
  private final Grids grids;
  private final DistrictMap map;
  private final DemoSignIns signIns;

  DemoDistrict(
      DistrictTree tree,
      OrganisationManagement organisations,
      OrganisationDirectory directory,
      PersonManagement persons,
      AppointmentManagement appointments,
      AccountManagement accounts,
      Contacts contacts,
      Grids grids,
      DistrictMap map,
      DemoSignIns signIns) {
    this.tree = tree;
    this.organisations = organisations;
    this.directory = directory;
    this.persons = persons;
    this.appointments = appointments;
    this.accounts = accounts;
    this.contacts = contacts;
    this.grids = grids;
    this.map = map;
    this.signIns = signIns;
  }

  /** The people of one telling, while it goes on. */
  private final class Cast {

    final LocalDate since;
    final DemoNames names = new DemoNames(new Random(450107));
    final Map<String, UUID> units = new HashMap<>();
    final Map<String, Actor> planned = new HashMap<>();
    final List<Actor> liaisons = new ArrayList<>();

    Cast(LocalDate since) {
      this.since = since;
    }

    UUID person() {
      return persons.register(names.name(), names.phone());
    }

    Actor appointed(UUID person, Role role, UUID organisation) {
      var appointment =
          appointments.appoint(new Appointing(person, role, organisation, since, null, null, null));
      return new Actor(person, appointment, role, organisation, directory.get(organisation).path());
    }

    Actor registered(Role standing, UUID community) {
      var person = person();
      accounts.open(person, null, standing, community);
      return new Actor(person, null, standing, community, null);
    }
  }

  /** Tells everything up to the eve of the first wish, and who acts from then on. */
  @Transactional
  DemoScene found(LocalDate since, LocalDate today, DemoClock clock) {
    tree.found(CODE, since);
    var cast = new Cast(since);
    foundUnits(cast);
    castSignIns(cast);
    var alliance = foundCommittees(since);
    tellContacts(alliance.keySet());
    draw(cast, alliance);
    return new DemoScene(
        today,
        alliance.entrySet().stream().map(e -> people(cast, e.getKey(), e.getValue())).toList(),
        List.copyOf(cast.liaisons),
        List.copyOf(cast.planned.values()),
        cast.names,
        clock);
  }

  private void foundUnits(Cast cast) {
    var district = directory.district().orElseThrow();
    UUID bureau = null;
    for (var row : DemoContent.rows("organisations.csv")) {
      var kind = OrganisationKind.valueOf(row.get("kind"));
      var parent = kind == OrganisationKind.POLICE_STATION ? bureau : district.id();
      var id = found(kind, row.get("name"), parent, cast.since);
      cast.units.put(row.get("key"), id);
      if (kind == OrganisationKind.POLICE_BUREAU) {
        bureau = id;
      }
      liaison(kind).ifPresent(role -> cast.liaisons.add(cast.appointed(cast.person(), role, id)));
    }
  }

  private static Optional<Role> liaison(OrganisationKind kind) {
    return switch (kind) {
      case UNIVERSITY -> Optional.of(Role.UNIVERSITY_LIAISON);
      case INSTITUTE, ENTERPRISE, SOCIAL_ORGANISATION, PUBLIC_INSTITUTION ->
          Optional.of(Role.PARTNER_LIAISON);
      default -> Optional.empty();
    };
  }

  /** One row is one post; a person with two rows has two. */
  private void castSignIns(Cast cast) {
    var known = new HashMap<String, UUID>();
    for (var row : DemoContent.rows("sign-ins.csv")) {
      var role = Role.valueOf(row.get("role"));
      var name = row.get("person");
      var organisation = place(cast, row.get("place"));
      var phone = cast.names.phone();
      boolean first = !known.containsKey(name);
      var person = known.computeIfAbsent(name, n -> persons.register(n, phone));
      if (role.isStanding()) {
        var community = organisation.kind().isCommunity() ? organisation : place(cast, HOME);
        accounts.open(person, signIns.password(), role, community.id());
        cast.planned.put(role + " " + name, new Actor(person, null, role, community.id(), null));
      } else {
        cast.planned.put(
            role + " " + organisation.id(), cast.appointed(person, role, organisation.id()));
        if (first) {
          accounts.open(person, signIns.password(), null, null);
        }
      }
      signIns.add(role, name, organisation.name(), phone, first);
    }
  }

  private OrganisationSummary place(Cast cast, String keyOrCode) {
    var unit = cast.units.get(keyOrCode);
    return unit == null ? directory.byDivision(keyOrCode).orElseThrow() : directory.get(unit);
  }

  /** The communities of the alliance, with their division codes. */
  private Map<OrganisationSummary, String> foundCommittees(LocalDate since) {
    var alliance = new LinkedHashMap<OrganisationSummary, String>();
    for (var row : DemoContent.rows("committees.csv")) {
      var place = directory.byDivision(row.get("code")).orElseThrow();
      boolean community = row.get("kind").equals("COMMUNITY");
      found(
          community ? OrganisationKind.COMMUNITY_COMMITTEE : OrganisationKind.STREET_COMMITTEE,
          row.get("name"),
          place.id(),
          since);
      if (community) {
        alliance.put(place, row.get("code"));
      }
    }
    return alliance;
  }

  /** Numbers that nobody can dial, because the places are real. */
  private void tellContacts(Collection<OrganisationSummary> communities) {
    int line = 101;
    for (var community : communities) {
      contacts.tell(
          community.id(),
          new Contact(
              "0771-0000%03d".formatted(line++),
              community.name() + "党群服务中心一楼",
              "周一至周五 8:30–12:00、15:00–18:00",
              0));
    }
  }

  /** Party grids, and in each its members: by name only, known to their party organisation only. */
  private void draw(Cast cast, Map<OrganisationSummary, String> alliance) {
    var parties = new HashMap<String, UUID>();
    alliance.forEach(
        (community, code) ->
            parties.put(
                code,
                found(
                    OrganisationKind.PARTY_ORGANISATION,
                    community.name() + "党委",
                    community.id(),
                    cast.since)));
    var rows = DemoContent.rows("party-grids.csv");
    var shapes = shapes(rows);
    for (var row : rows) {
      var party = parties.get(row.get("code"));
      if (party == null) {
        throw new IllegalStateException("No party organisation at " + row.get("code"));
      }
      var community = directory.communityOf(party).id();
      var grid =
          grids.draw(
              new Grids.Drawing(
                  GridLayer.PARTY,
                  row.get("name"),
                  community,
                  cast.since,
                  null,
                  shapes.getOrDefault(row.get("code"), new ArrayDeque<>()).poll(),
                  null));
      for (int i = Integer.parseInt(row.get("members")); i > 0; i--) {
        var member = persons.register(cast.names.name(), null);
        appointments.appoint(
            new Appointing(member, Role.PARTY_MEMBER, party, cast.since, null, null, grid));
      }
    }
  }

  /**
   * The whole district, cut among the communities of the alliance: their party grids span others.
   */
  private Map<String, Deque<Shape>> shapes(List<DemoRow> rows) {
    var numbers = new LinkedHashMap<String, Integer>();
    rows.forEach(row -> numbers.merge(row.get("code"), 1, Integer::sum));
    var shapes = new HashMap<String, Deque<Shape>>();
    map.partsAround(numbers).forEach((code, parts) -> shapes.put(code, new ArrayDeque<>(parts)));
    return shapes;
  }

  private DemoScene.Community people(Cast cast, OrganisationSummary community, String code) {
    var residents = new ArrayList<Actor>();
    var helpers = new ArrayList<Actor>();
    for (int i = 0; i < RESIDENTS; i++) {
      residents.add(cast.registered(Role.RESIDENT, community.id()));
    }
    for (int i = 0; i < HELPERS; i++) {
      helpers.add(cast.registered(i % 3 == 0 ? Role.VOLUNTEER : Role.STUDENT, community.id()));
    }
    cast.planned.values().stream()
        .filter(actor -> community.id().equals(actor.organisation()))
        .filter(actor -> actor.role() != null && actor.role().isStanding())
        .forEach(actor -> (actor.role() == Role.RESIDENT ? residents : helpers).add(actor));
    return new DemoScene.Community(
        community.id(),
        community.name(),
        code.equals(HOME),
        post(cast, Role.COMMUNITY_SECRETARY, community.id()),
        post(cast, Role.COMMUNITY_WORKER, community.id()),
        residents,
        helpers);
  }

  private static Actor post(Cast cast, Role role, UUID organisation) {
    var planned = cast.planned.get(role + " " + organisation);
    return planned == null ? cast.appointed(cast.person(), role, organisation) : planned;
  }

  private UUID found(OrganisationKind kind, String name, @Nullable UUID parent, LocalDate since) {
    return organisations.found(new Founding(kind, name, parent, null, null, since));
  }
}
