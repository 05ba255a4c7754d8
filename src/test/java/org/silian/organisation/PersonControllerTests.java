package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.journal.Actor;
import org.silian.journal.Names;
import org.silian.journal.Subject;
import org.silian.journal.Subjects;
import org.silian.organisation.AppointmentController.AppointmentEndRequest;
import org.silian.organisation.AppointmentController.AppointmentRequest;
import org.silian.organisation.AppointmentViews.AppointmentView;
import org.silian.organisation.PersonController.PersonPost;
import org.silian.organisation.PersonController.PersonRow;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

@ModuleTest
class PersonControllerTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Town town;
  @Autowired PersonController people;
  @Autowired AppointmentController posts;
  @Autowired OrganisationController organisations;
  @Autowired PersonManagement persons;
  @Autowired Subjects subjects;
  @Autowired Names names;

  @BeforeEach
  void inChinese() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
  }

  @AfterEach
  void inNoLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void aPostSeesThePeopleOfItsSubtreeByPinyinAndNobodyElse() {
    var street = town.street("衡阳街道");
    var here = town.found(OrganisationKind.COMMUNITY, "中华中路社区", street);
    var there = town.found(OrganisationKind.COMMUNITY, "沈阳路社区", street);
    for (var name : List.of("张木棉", "韦稻香", "阿依古丽·买买提")) {
      town.appoint(town.person(name), Role.COMMUNITY_WORKER, here);
    }
    town.appoint(town.person("黄开穗"), Role.COMMUNITY_WORKER, there);
    var secretary = town.actor(Role.COMMUNITY_SECRETARY, here);
    var worker = town.actor(Role.STREET_WORKER, street);

    assertThat(list(secretary, null, null))
        .extracting(PersonRow::name)
        .containsExactly("阿依古丽·买买提", "韦稻香", "演员", "张木棉");
    assertThat(list(worker, null, null)).extracting(PersonRow::name).contains("黄开穗", "张木棉");
    assertThat(list(worker, there, null)).extracting(PersonRow::name).containsExactly("黄开穗");
    refused("organisation.not-found", () -> list(secretary, there, null));
  }

  @Test
  void aPersonIsFoundByTheBeginningOfTheNameOrTheWholePhone() {
    var community = community("友爱北社区");
    var person = persons.register("买买提·艾力", "139 0000 0001");
    town.appoint(person, Role.GRID_WORKER, community);
    var secretary = town.actor(Role.COMMUNITY_SECRETARY, community);

    assertThat(list(secretary, null, "买买提•"))
        .singleElement()
        .satisfies(row -> assertThat(row.phone()).isEqualTo("139****0001"));
    assertThat(list(secretary, null, "艾力")).isEmpty();
    assertThat(list(secretary, null, "%")).isEmpty();
    assertThat(list(secretary, null, "１３９００００000１")).hasSize(1);
    assertThat(list(secretary, null, "1390000000")).isEmpty();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    var community = community("唐山路社区");
    for (int i = 0; i < 7; i++) {
      town.appoint(town.person("同名"), Role.GRID_WORKER, community);
    }
    var secretary = town.actor(Role.COMMUNITY_SECRETARY, community);

    var seen = new ArrayList<UUID>();
    String after = null;
    do {
      var cursor = after;
      var page = secretary.call(() -> people.people(null, null, cursor, 3));
      seen.addAll(page.items().stream().map(PersonRow::id).toList());
      after = page.next();
    } while (after != null);
    assertThat(seen).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void ofAPersonAPostSeesTheAppointmentsWithinItsReach() {
    var here = community("明湖社区");
    var person = town.person("覃守禾");
    town.appoint(person, Role.COMMUNITY_PARTY_DEPUTY_SECRETARY, here);
    town.appoint(person, Role.COMMUNITY_WORKER, community("秀湖社区"));
    var secretary = town.actor(Role.COMMUNITY_SECRETARY, here);

    assertThat(secretary.call(() -> people.person(person)).appointments())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.roleName()).isEqualTo("社区党组织副书记");
              assertThat(a.steps()).isEmpty();
            });
    assertThat(visible(secretary, "person", person)).isTrue();
    var elsewhere = town.actor(Role.COMMUNITY_SECRETARY, community("秀厢路社区"));
    refused("organisation.person-not-found", () -> elsewhere.call(() -> people.person(person)));
    assertThat(visible(elsewhere, "person", person)).isFalse();
  }

  @Test
  void anAppointmentIsMadeOnceAndEnded() {
    var administrator = town.actor(Role.SYSTEM_ADMINISTRATOR, town.district());
    var request =
        new AppointmentRequest(
            town.person("苏以宁"),
            Role.GRID_WORKER,
            community("恒安社区"),
            TODAY,
            null,
            "恒发〔2026〕3号",
            null);

    var made = administrator.call(() -> posts.appoint("key-1", request));
    var again = administrator.call(() -> posts.appoint("key-1", request));
    assertThat(again.getBody()).isEqualTo(made.getBody());
    assertThat(made.getStatusCode().value()).isEqualTo(201);
    assertThat(made.getHeaders().getETag()).isEqualTo("\"0\"");
    var view = body(made.getBody());
    assertThat(view.steps()).containsExactly("end");

    var ended =
        administrator.call(
            () -> posts.end(view.id(), "\"0\"", new AppointmentEndRequest(TODAY, "恒发〔2026〕9号")));
    assertThat(body(ended.getBody()).steps()).isEmpty();
    assertThat(body(ended.getBody()).to()).isEqualTo(TODAY.minusDays(1));
  }

  @Test
  void partyMembersAreKnownToTheLineOfTheirPartyOrganisationAlone() {
    var community = community("火炬路社区");
    var party = town.found(OrganisationKind.PARTY_ORGANISATION, "火炬路社区党委", community);
    var known = town.person("何映川");
    town.appoint(known, Role.COMMUNITY_WORKER, community);
    var both = town.appoint(known, Role.PARTY_MEMBER, party);
    var hidden = persons.register("李阿槐", "13900000009");
    var membership = town.appoint(hidden, Role.PARTY_MEMBER, party);

    var line =
        List.of(
            town.actor(Role.COMMUNITY_SECRETARY, community),
            town.actor(
                Role.ORGANISATION_DEPARTMENT,
                town.found(OrganisationKind.DEPARTMENT, "区委组织部", town.district())));
    for (var actor : line) {
      assertThat(list(actor, community, "李阿槐")).hasSize(1);
      assertThat(list(actor, null, "13900000009")).hasSize(1);
      assertThat(list(actor, community, "何映川").getFirst().posts()).hasSize(2);
      assertThat(actor.call(() -> people.person(known)).appointments()).hasSize(2);
      assertThat(visible(actor, "person", hidden)).isTrue();
      assertThat(visible(actor, "party-membership", membership)).isTrue();
      assertThat(actor.call(() -> names.of(List.of(both)))).containsEntry(both, "火炬路社区党委 · 党员");
    }

    var outside =
        List.of(
            town.actor(Role.SYSTEM_ADMINISTRATOR, town.district()),
            town.actor(Role.STREET_WORKER, town.parent(community)),
            town.actor(Role.COMMUNITY_SECRETARY, community("西耐路社区")));
    for (var actor : outside) {
      assertThat(list(actor, null, "李阿槐")).isEmpty();
      assertThat(list(actor, null, "13900000009")).isEmpty();
      refused("organisation.person-not-found", () -> actor.call(() -> people.person(hidden)));
      assertThat(visible(actor, "person", hidden)).isFalse();
      assertThat(visible(actor, "party-membership", membership)).isFalse();
      assertThat(actor.call(() -> names.of(List.of(both)))).isEmpty();
    }
    for (var actor : outside.subList(0, 2)) {
      assertThat(list(actor, community, "何映川").getFirst().posts())
          .extracting(PersonPost::role)
          .containsExactly(Role.COMMUNITY_WORKER);
      assertThat(actor.call(() -> people.person(known)).appointments())
          .extracting(AppointmentView::role)
          .containsExactly(Role.COMMUNITY_WORKER);
      // Being refused a second membership would tell of the first, and so would the record itself.
      refused(
          "organisation.party-line",
          () ->
              actor.call(
                  () ->
                      posts.appoint(
                          "probe",
                          new AppointmentRequest(
                              known, Role.PARTY_MEMBER, party, TODAY, null, null, null))));
      refused(
          "organisation.party-line",
          () -> actor.call(() -> posts.end(both, "\"0\"", new AppointmentEndRequest(TODAY, null))));
    }
  }

  @Test
  void organisationsAreListedWithinReach() {
    var street = town.street("心圩街道");
    var community = town.found(OrganisationKind.COMMUNITY, "创新社区", street);
    town.found(OrganisationKind.COMMUNITY, "红豆社区", street);
    var worker = town.actor(Role.STREET_WORKER, street);
    var secretary = town.actor(Role.COMMUNITY_SECRETARY, community);

    assertThat(
            worker.call(
                () -> organisations.organisations(OrganisationKind.COMMUNITY, null, null, 200)))
        .extracting(OrganisationController.OrganisationRowView::name)
        .containsExactly("创新社区", "红豆社区");
    assertThat(worker.call(() -> organisations.organisations(null, "创新", street, 200))).hasSize(1);
    assertThat(secretary.call(() -> organisations.organisations(null, null, null, 200))).hasSize(1);
    refused(
        "organisation.not-found",
        () -> secretary.call(() -> organisations.organisations(null, null, street, 200)));
    var view = worker.call(() -> organisations.view(community));
    assertThat(view.path()).extracting(OrganisationLink::name).containsExactly("心圩街道", "创新社区");
    assertThat(view.roles())
        .extracting(OrganisationController.RoleView::roleName)
        .contains("网格员", "社区党组织副书记");
    refused(
        "organisation.not-found", () -> secretary.call(() -> organisations.organisation(street)));
    assertThat(visible(worker, "organisation", community)).isTrue();
    assertThat(visible(secretary, "organisation", street)).isFalse();
  }

  @Test
  void communitiesAreForEverybodyTheNearestFirst() {
    var street = town.found(OrganisationKind.TOWN, "坛洛镇", town.district(), "450107105");
    var here = town.found(OrganisationKind.VILLAGE, "三景村", street, "450107105217");
    town.found(OrganisationKind.VILLAGE, "同富村", street, "450107105218");

    assertThat(organisations.communities("坛洛", null))
        .extracting(OrganisationController.CommunityRow::kilometres)
        .containsExactly(null, null);
    assertThat(organisations.communities(null, here).getFirst())
        .isEqualTo(new OrganisationController.CommunityRow(here, "三景村", "坛洛镇", 0.0));
    assertThat(organisations.communities("同富", null)).hasSize(1);
  }

  private static AppointmentView body(AppointmentView view) {
    assertThat(view).isNotNull();
    return view;
  }

  private boolean visible(Actor actor, String type, UUID id) {
    return !subjects.titles(List.of(new Subject(type, id)), actor).isEmpty();
  }

  private List<PersonRow> list(Actor actor, UUID organisation, String q) {
    return actor.call(() -> people.people(organisation, q, null, 100)).items();
  }

  private UUID community(String name) {
    return town.found(OrganisationKind.COMMUNITY, name, town.street(name + "街道"));
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what).isInstanceOf(Refusal.class).hasMessage(code);
  }
}
