package org.silian.alliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.alliance.AllianceCast.Committee;
import org.silian.alliance.SeatManagement.NewSeat;
import org.silian.api.Revision;
import org.silian.demo.DemoChapter;
import org.silian.demo.DemoRow;
import org.silian.demo.DemoScene;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationKind;
import org.silian.permission.Role;
import org.silian.tenancy.District;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who sits in the demo district's committees: in each community committee one of its street's
 * leaders and two or three heads of university party organisations, 31 and 68 in all. Some posts
 * have changed hands since; in the home community the secretariat is asked today.
 */
@Component
@Profile("demo")
@Order(50)
class AllianceDemo implements DemoChapter {

  private static final int HEADS = 68;
  private static final int STREETS = 8;
  private static final int VOTING_UNITS = 16;

  private final AllianceCast cast;
  private final Bodies bodies;
  private final BodyManagement management;
  private final SeatManagement seats;
  private final JointDocumentManagement documents;

  AllianceDemo(
      AllianceCast cast,
      Bodies bodies,
      BodyManagement management,
      SeatManagement seats,
      JointDocumentManagement documents) {
    this.cast = cast;
    this.bodies = bodies;
    this.management = management;
    this.seats = seats;
    this.documents = documents;
  }

  @Override
  public void tell(DemoScene scene) {
    var leaders = new HashMap<UUID, List<Actor>>();
    var streets = cast.committees(OrganisationKind.STREET_COMMITTEE);
    var communities = cast.committees(OrganisationKind.COMMUNITY_COMMITTEE);
    for (int i = 0; i < streets.size(); i++) {
      var street = streets.get(i).place();
      int many = (int) communities.stream().filter(c -> c.above().equals(street)).count();
      leaders.put(street, seatStreet(scene, streets.get(i), many, i));
    }
    seatCommunities(scene, communities, leaders);
    seatDistrict(scene);
    scene.content("joint-documents.csv").forEach(row -> issue(scene, row));
  }

  /** A street's committee: one of its leaders, and liaisons of units, each unit in one street. */
  private List<Actor> seatStreet(DemoScene scene, Committee body, int many, int at) {
    var on = body.founded().plusDays(20);
    var leaders = new ArrayList<Actor>();
    for (int i = 0; i <= many; i++) {
      leaders.add(cast.appoint(scene, Role.STREET_LEADER, body.place(), body.founded()));
    }
    var paper = "西街委〔%d〕%d号".formatted(on.getYear(), at + 1);
    seat(scene, Actor.SYSTEM, body.id(), SeatKind.HEAD, leaders.getFirst(), on, paper);
    var liaisons = scene.liaisons();
    for (int i = at; i < liaisons.size(); i += STREETS) {
      seat(scene, Actor.SYSTEM, body.id(), member(i < VOTING_UNITS, liaisons.get(i), on, paper));
    }
    return leaders;
  }

  private void seatCommunities(
      DemoScene scene, List<Committee> committees, Map<UUID, List<Actor>> leaders) {
    var heads = cast.partyHeads(scene, committees.getFirst().founded(), HEADS);
    var turns = new HashMap<UUID, Integer>();
    int next = 0;
    for (int i = 0; i < committees.size(); i++) {
      var body = committees.get(i);
      var community =
          scene.communities().stream()
              .filter(c -> c.id().equals(body.place()))
              .findFirst()
              .orElseThrow();
      var on = body.founded().plusDays(20 + i);
      var paper = "西社委〔%d〕%d号".formatted(on.getYear(), i + 1);
      var secretary = community.secretary();
      var turn = turns.merge(body.above(), 1, Integer::sum);
      var leader = Objects.requireNonNull(leaders.get(body.above())).get(turn);
      seat(scene, secretary, body.id(), member(true, leader, on, paper));
      var own = heads.subList(next, next + (i < HEADS - 2 * committees.size() ? 3 : 2));
      for (var head : own) {
        seat(scene, secretary, body.id(), member(true, head, on, paper));
      }
      next += own.size();
      if (i % 5 == 3) {
        follow(scene, own.getFirst(), scene.today().minusDays(40 + 9L * i));
      }
      if (community.home()) {
        atHome(scene, community, body.id(), on, paper);
      }
    }
  }

  /** A post has changed hands, and the seat went with it. */
  private void follow(DemoScene scene, Actor before, LocalDate on) {
    cast.end(scene, before, on);
    cast.appoint(scene, Role.PARTY_HEAD, Objects.requireNonNull(before.organisation()), on);
  }

  /** The officer as deputy secretary; an institute's seat about which the secretariat is asked. */
  private void atHome(
      DemoScene scene, DemoScene.Community home, UUID body, LocalDate on, String paper) {
    var secretary = home.secretary();
    var deputy = scene.holder(Role.COMMUNITY_PARTY_DEPUTY_SECRETARY);
    seat(scene, secretary, body, SeatKind.DEPUTY, deputy, on, paper);
    rule(
        scene,
        secretary,
        body,
        new BodyRule(Succession.ASKS, Quorum.TWO_THIRDS, null, 5),
        null,
        on);
    var party =
        cast.found(
            scene,
            OrganisationKind.PARTY_ORGANISATION,
            "作物研究室党支部",
            cast.unit(scene, "baicao-academy"),
            on.minusDays(10));
    var head = cast.appoint(scene, Role.PARTY_HEAD, party, on.minusDays(10));
    seat(scene, secretary, body, member(true, head, on, paper));
    follow(scene, head, scene.today().minusDays(3));
  }

  /** What stands at the district: the conference, a leading group with two heads, a task team. */
  private void seatDistrict(DemoScene scene) {
    var district = cast.named("西乡塘区");
    var founded = scene.today().minusMonths(34);
    var on = founded.plusDays(15);
    var leader = scene.holder(Role.DISTRICT_LEADER);
    var department = scene.holder(Role.ORGANISATION_DEPARTMENT);
    var conference =
        cast.found(scene, OrganisationKind.JOINT_CONFERENCE, "区校合作联席会", district, founded);
    lookAfter(scene, conference, department, on);
    seat(scene, Actor.SYSTEM, conference, SeatKind.HEAD, leader, on, null);
    seat(scene, Actor.SYSTEM, conference, SeatKind.DEPUTY, department, on, null);
    for (var liaison : scene.liaisons()) {
      boolean university = liaison.role() == Role.UNIVERSITY_LIAISON;
      seat(scene, Actor.SYSTEM, conference, member(university, liaison, on, null));
    }
    var group =
        cast.found(scene, OrganisationKind.LEADING_GROUP, "党员民警兼任副书记工作领导小组", district, founded);
    var bureau = cast.unit(scene, "police-bureau");
    var officer = cast.appoint(scene, Role.POLICE_OFFICER, bureau, founded);
    var other =
        cast.appoint(
            scene,
            Role.ORGANISATION_DEPARTMENT,
            cast.unit(scene, "social-work-department"),
            founded);
    lookAfter(scene, group, department, on);
    seat(scene, Actor.SYSTEM, group, SeatKind.HEAD, department, on, null);
    seat(scene, Actor.SYSTEM, group, SeatKind.HEAD, officer, on, null);
    seat(scene, Actor.SYSTEM, group, member(true, other, on, null));
    var team =
        cast.found(
            scene, OrganisationKind.TASK_TEAM, "选派民警工作专班", group, scene.today().minusMonths(8));
    var begun = scene.today().minusMonths(7);
    lookAfter(scene, team, department, begun);
    seat(scene, Actor.SYSTEM, team, SeatKind.HEAD, other, begun, null);
  }

  private void lookAfter(DemoScene scene, UUID body, Actor department, LocalDate on) {
    var rule = bodies.findById(body).orElseThrow().rule();
    rule(scene, Actor.SYSTEM, body, rule, department.organisation(), on);
  }

  private void rule(
      DemoScene scene,
      Actor by,
      UUID body,
      BodyRule rule,
      @Nullable UUID secretariat,
      LocalDate on) {
    at(
        scene,
        on,
        by,
        () -> {
          var known = bodies.findById(body).orElseThrow();
          management.rule(body, new Revision(known.version()), rule, secretariat);
          return body;
        });
  }

  private void issue(DemoScene scene, DemoRow row) {
    var issued = scene.today().minusMonths(Long.parseLong(row.get("issued")));
    var months = row.get("months");
    var revoked = row.get("revoked");
    var body = row.get("body");
    var paper =
        new JointDocumentManagement.Entering(
            row.get("number").replace("{year}", String.valueOf(issued.getYear())),
            row.get("title"),
            Arrays.stream(row.get("issuers").split(";")).map(key -> cast.unit(scene, key)).toList(),
            body.isEmpty() ? null : cast.named(body),
            issued,
            null,
            months.isEmpty() ? null : issued.plusMonths(Long.parseLong(months)));
    var document = at(scene, issued, Actor.SYSTEM, () -> documents.issue(paper));
    if (!revoked.isEmpty()) {
      var on = scene.today().minusMonths(Long.parseLong(revoked));
      at(
          scene,
          on,
          Actor.SYSTEM,
          () -> {
            documents.revoke(document, new Revision(0), on, null);
            return document;
          });
    }
  }

  private static NewSeat member(boolean voting, Actor who, LocalDate on, @Nullable String paper) {
    return seat(SeatKind.MEMBER, voting, who, on, paper);
  }

  private static NewSeat seat(
      SeatKind kind, boolean voting, Actor who, LocalDate on, @Nullable String paper) {
    return new NewSeat(
        kind, voting, who.organisation(), who.role(), who.appointment(), on, null, paper);
  }

  private void seat(
      DemoScene scene,
      Actor by,
      UUID body,
      SeatKind kind,
      Actor who,
      LocalDate on,
      @Nullable String paper) {
    seat(scene, by, body, seat(kind, true, who, on, paper));
  }

  private void seat(DemoScene scene, Actor by, UUID body, NewSeat seat) {
    at(scene, Objects.requireNonNull(seat.from()), by, () -> seats.create(body, seat));
  }

  /** In the morning of a day. */
  private static UUID at(
      DemoScene scene,
      LocalDate day,
      Actor who,
      ScopedValue.CallableOp<UUID, RuntimeException> deed) {
    return scene.at(District.start(day).plusSeconds(36_000), who, deed);
  }
}
