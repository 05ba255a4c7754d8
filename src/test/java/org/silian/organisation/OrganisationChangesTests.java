package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Timelines;
import org.silian.organisation.OrganisationBoard.FormerNameView;
import org.silian.organisation.OrganisationController.OrganisationNode;
import org.silian.organisation.OrganisationController.OrganisationView;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** What happens to an organisation between its founding and its end. */
@ModuleTest
class OrganisationChangesTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Town town;
  @Autowired OrganisationManagement management;
  @Autowired OrganisationController controller;
  @Autowired RoleController roles;
  @Autowired OrganisationDirectory directory;
  @Autowired AppointmentManagement appointments;
  @Autowired Timelines timelines;

  private Actor administrator;

  @BeforeEach
  void somebody() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    administrator = town.actor(Role.SYSTEM_ADMINISTRATOR, town.district());
  }

  @AfterEach
  void inNoLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void anOldPaperFindsTheOldName() {
    var firm = town.found(OrganisationKind.ENTERPRISE, "榕檐物业", town.district());

    rename(firm, "榕荫物业", TODAY.minusDays(10));
    rename(firm, "榕荫社区服务", TODAY);
    rename(firm, "榕荫社区服务公司", TODAY);

    var view = view(firm);
    assertThat(view.name()).isEqualTo("榕荫社区服务公司");
    assertThat(view.formerNames())
        .containsExactly(
            new FormerNameView("榕荫物业", TODAY.minusDays(10), TODAY.minusDays(1)),
            new FormerNameView("榕檐物业", Town.SINCE, TODAY.minusDays(11)));
    assertThat(directory.nameOn(firm, TODAY)).contains("榕荫社区服务公司");
    assertThat(directory.nameOn(firm, TODAY.minusDays(3))).contains("榕荫物业");
    assertThat(directory.nameOn(firm, Town.SINCE)).contains("榕檐物业");
    refused("organisation.naming-day", () -> rename(firm, "更早的名字", TODAY.minusDays(1)));
    refused("organisation.naming-day", () -> rename(firm, "以后的名字", TODAY.plusDays(1)));
    assertThat(timelines.of(new Subject("organisation", firm)))
        .extracting(Timelines.TimelineEntry::words)
        .contains("西民〔2026〕3号");
  }

  @Test
  void withAnOrganisationAllThatStandsInItMoves() {
    var before = town.street("衡阳街道");
    var after = town.street("北湖街道");
    var community = town.found(OrganisationKind.COMMUNITY, "友爱北社区", before);
    var firm = town.found(OrganisationKind.ENTERPRISE, "灯渡家电", community);
    var team = town.found(OrganisationKind.TEAM, "修灯队", firm);
    var secretary = town.actor(Role.STREET_WORKER, after);
    town.found(OrganisationKind.COMMUNITY, "明秀南社区", after);

    move(community, after);

    var path = directory.get(after).path();
    for (var moved : List.of(community, firm, team)) {
      assertThat(directory.get(moved).path()).startsWith(path);
      assertThat(secretary.reaches(directory.get(moved).path())).isTrue();
    }
    assertThat(directory.get(team).path()).startsWith(directory.get(firm).path());
    assertThat(directory.communityOf(team).id()).isEqualTo(community);
    assertThat(town.parent(community)).isEqualTo(after);
    assertThat(timelines.of(new Subject("organisation", community)).getFirst().sentence())
        .contains("把友爱北社区从衡阳街道划到北湖街道");
  }

  @Test
  void nothingMovesUnderItselfUnderAStrangerOrWhereItIs() {
    var street = town.street("华强街道");
    var community = town.found(OrganisationKind.COMMUNITY, "华强社区", street);
    var party = town.found(OrganisationKind.PARTY_ORGANISATION, "华强社区党委", community);
    var branch = town.found(OrganisationKind.PARTY_ORGANISATION, "第一支部", party);

    refused("organisation.move-circle", () -> move(party, branch));
    refused("organisation.move-circle", () -> move(party, party));
    refused("organisation.move-same", () -> move(community, street));
    refused("organisation.kind-not-under-parent", () -> move(community, town.district()));
    refused("organisation.root-stays", () -> move(town.district(), street));
    refused(
        "stale",
        () -> administrator.run(() -> management.move(party, new Revision(9), street, null)));
    var secretary = town.actor(Role.COMMUNITY_SECRETARY, community);
    refused(
        "organisation.not-found",
        () -> secretary.run(() -> management.move(party, revision(party), street, null)));
  }

  @Test
  void whoMovesAndWhoFoundsAtOnceLeaveOneTree() throws Exception {
    var streets = List.of(town.street("安吉街道"), town.street("安宁街道"), town.street("新阳街道"));
    var community = town.found(OrganisationKind.COMMUNITY, "桃花源社区", streets.getFirst());
    var district = District.current();
    var work = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 12; i++) {
      var street = streets.get(i % 3);
      var name = "并行小组" + "甲乙丙丁戊己庚辛壬癸子丑".charAt(i);
      work.add(() -> district.call(() -> done(() -> move(community, street))));
      work.add(
          () ->
              district.call(() -> done(() -> town.found(OrganisationKind.GROUP, name, community))));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(work);
    }

    var path = directory.get(community).path();
    assertThat(path).startsWith(directory.get(town.parent(community)).path());
    var level = administrator.call(() -> controller.tree(community, null, 100)).items();
    assertThat(level).hasSize(12);
    assertThat(level)
        .allSatisfy(node -> assertThat(directory.get(node.id()).path()).startsWith(path));
  }

  @Test
  void rCod05_codesArePutRightAndNeverTakenFromAnother() {
    var firm = town.found(OrganisationKind.ENTERPRISE, "青砖湾建筑", town.district());
    var other = town.found(OrganisationKind.ENTERPRISE, "木棉印务", town.district());
    identify(firm, "91350100M000100Y43");
    identify(firm, "９１３５０１００Ｍ０００１００Ｙ４３");

    assertThat(view(firm).uscc()).isEqualTo("91350100M000100Y43");
    refused("organisation.uscc-taken", () -> identify(other, "91350100M000100Y43"));
    refused("organisation.uscc", () -> identify(other, "91350100M000100Y44"));
  }

  @Test
  void whatIsInTheWayOfADissolutionIsSaidAndMayEndWithIt() {
    var community = town.found(OrganisationKind.COMMUNITY, "吉秀社区", town.street("吉秀街道"));
    var person = town.person("韦素荷");
    town.appoint(person, Role.COMMUNITY_SECRETARY, community);

    refused("organisation.has-holders", () -> dissolve(community, false));
    dissolve(community, true);

    assertThat(appointments.posts(person, TODAY)).isEmpty();
    assertThat(view(community).steps()).isEmpty();
    refused("organisation.dissolved", () -> rename(community, "又一社区", TODAY));
  }

  @Test
  void theTreeIsReadLevelByLevelAndNoFurtherThanThePostReaches() {
    var street = town.street("石埠街道");
    for (var name : List.of("老口社区", "忠良社区", "石埠社区")) {
      town.found(OrganisationKind.COMMUNITY, name, street);
    }
    var worker = town.actor(Role.STREET_WORKER, street);

    assertThat(worker.call(() -> controller.tree(null, null, 10)).items())
        .singleElement()
        .isEqualTo(new OrganisationNode(street, OrganisationKind.STREET, "街道", "石埠街道", true));
    var first = worker.call(() -> controller.tree(street, null, 2));
    var rest = worker.call(() -> controller.tree(street, first.next(), 2));
    assertThat(first.items()).extracting(OrganisationNode::name).containsExactly("老口社区", "石埠社区");
    assertThat(rest.items()).extracting(OrganisationNode::name).containsExactly("忠良社区");
    assertThat(rest.next()).isNull();
    refused(
        "organisation.not-found",
        () -> worker.call(() -> controller.tree(town.district(), null, 2)));
  }

  @Test
  void postsShowVacanciesToAllNamesToWhomTheyConcernAndMembersToTheLine() {
    var community = town.found(OrganisationKind.COMMUNITY, "龙腾社区", town.street("上尧街道"));
    var party = town.found(OrganisationKind.PARTY_ORGANISATION, "龙腾社区党委", community);
    town.appoint(town.person("梁巧宜"), Role.COMMUNITY_WORKER, community);
    town.appoint(town.person("蒙依禾"), Role.PARTY_MEMBER, party);
    var secretary = town.actor(Role.COMMUNITY_SECRETARY, community);
    var leader = town.actor(Role.DISTRICT_LEADER, town.district());

    assertThat(secretary.call(() -> roles.posts(community)))
        .filteredOn(post -> post.role() == Role.COMMUNITY_WORKER)
        .singleElement()
        .satisfies(post -> assertThat(post.holders().getFirst().name()).isEqualTo("梁巧宜"));
    assertThat(secretary.call(() -> roles.posts(community)))
        .filteredOn(post -> post.role() == Role.GRID_WORKER)
        .singleElement()
        .satisfies(post -> assertThat(post.held()).isZero());
    assertThat(leader.call(() -> roles.posts(community)))
        .allSatisfy(post -> assertThat(post.holders()).isEmpty())
        .anySatisfy(post -> assertThat(post.held()).isOne());
    assertThat(secretary.call(() -> roles.posts(party)))
        .extracting(RoleController.OrganisationPost::role)
        .contains(Role.PARTY_MEMBER);
    assertThat(administrator.call(() -> roles.posts(party)))
        .extracting(RoleController.OrganisationPost::role)
        .doesNotContain(Role.PARTY_MEMBER);
  }

  @Test
  void theMatrixComesFromTheRunningProgramAndCountsNoMembers() {
    var matrix = administrator.call(roles::matrix);

    assertThat(matrix.groups())
        .flatExtracting(RoleController.MatrixGroup::permissions)
        .filteredOn(permission -> permission.id().equals("person.appoint"))
        .singleElement()
        .satisfies(
            permission ->
                assertThat(permission.roles()).containsExactly(Role.SYSTEM_ADMINISTRATOR));
    assertThat(matrix.roles())
        .filteredOn(role -> role.role() == Role.SYSTEM_ADMINISTRATOR)
        .allSatisfy(role -> assertThat(role.held()).isPositive());
    assertThat(matrix.roles())
        .filteredOn(role -> role.role() == Role.PARTY_MEMBER)
        .allSatisfy(role -> assertThat(role.held()).isNull());
  }

  private static boolean done(Runnable work) {
    try {
      work.run();
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private OrganisationView view(UUID organisation) {
    return administrator.call(() -> controller.view(organisation));
  }

  private Revision revision(UUID organisation) {
    return new Revision(view(organisation).version());
  }

  private void rename(UUID organisation, String name, LocalDate on) {
    var revision = revision(organisation);
    administrator.run(() -> management.rename(organisation, revision, name, on, "西民〔2026〕3号"));
  }

  private void move(UUID organisation, UUID parent) {
    var revision = revision(organisation);
    administrator.run(() -> management.move(organisation, revision, parent, null));
  }

  private void identify(UUID organisation, String uscc) {
    var revision = revision(organisation);
    administrator.run(() -> management.identify(organisation, revision, null, uscc));
  }

  private void dissolve(UUID organisation, boolean endAppointments) {
    var revision = revision(organisation);
    administrator.run(() -> management.dissolve(organisation, revision, TODAY, endAppointments));
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what).isInstanceOf(Refusal.class).hasMessage(code);
  }
}
