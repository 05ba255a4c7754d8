package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Timelines;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.territory.GridLayer;
import org.silian.territory.Grids;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class OrganisationManagementTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Town town;
  @Autowired OrganisationManagement management;
  @Autowired OrganisationDirectory directory;
  @Autowired AppointmentManagement appointments;
  @Autowired Grids grids;
  @Autowired Timelines timelines;

  @Test
  void anOrganisationStandsInTheTreeUnderItsParent() {
    var street = town.street("衡阳街道");
    var community = town.found(OrganisationKind.COMMUNITY, "友爱北社区", street);

    var found = directory.get(community);
    assertThat(found.parent()).isEqualTo(street);
    assertThat(found.path()).startsWith(directory.get(street).path()).matches("1\\.\\w+\\.1\\.");
    assertThat(directory.isWithin(community, directory.get(street).path())).isTrue();
    assertThat(directory.isWithin(street, found.path())).isFalse();
    assertThat(timelines.of(new Subject("organisation", community)))
        .extracting(Timelines.TimelineEntry::sentence)
        .singleElement()
        .asString()
        .contains("友爱北社区");
  }

  @Test
  void everyKindIsFoundedUnderThoseOfTheTableAndRefusedUnderAllOthers() {
    var now = Instant.parse("2026-11-23T02:00:00Z");
    for (var kind : EnumSet.complementOf(EnumSet.of(OrganisationKind.DISTRICT))) {
      for (var above : OrganisationKind.values()) {
        var parent =
            new Organisation(UUID.randomUUID(), above, "上级", null, 1, "1.", null, null, Town.SINCE);
        var founding = new Founding(kind, "下级", parent.id(), null, null, TODAY);
        ThrowingCallable found = () -> Organisation.founded(founding, parent, 1, now);
        if (kind.parents().contains(above)) {
          assertThatNoException().isThrownBy(found);
        } else {
          refused("organisation.kind-not-under-parent", found);
        }
      }
    }
  }

  @Test
  void thereIsOneDistrict() {
    town.district();

    refused(
        "organisation.district-exists",
        () -> found(new Founding(OrganisationKind.DISTRICT, "另一城区", null, null, null, TODAY)));
    refused(
        "organisation.parent-missing",
        () -> found(new Founding(OrganisationKind.STREET, "无上级街道", null, null, null, TODAY)));
  }

  @Test
  void rCod02_aDivisionMustFitTheKindAndHasOneOrganisation() {
    var street = town.found(OrganisationKind.STREET, "北湖街道", town.district(), "450107002");

    refused(
        "organisation.division",
        () ->
            found(
                new Founding(
                    OrganisationKind.VILLAGE, "明秀社区", street, "450107002004", null, TODAY)));
    refused(
        "organisation.division",
        () ->
            found(
                new Founding(
                    OrganisationKind.COMMUNITY, "虚拟社区", street, "450107454498", null, TODAY)));
    town.found(OrganisationKind.COMMUNITY, "明秀社区", street, "450107002004");
    refused(
        "organisation.division-taken",
        () ->
            found(
                new Founding(
                    OrganisationKind.COMMUNITY, "明秀社区", street, "450107002004", null, TODAY)));
    assertThat(directory.byDivision("450107002004"))
        .map(OrganisationSummary::name)
        .contains("明秀社区");
  }

  @Test
  void rCod05_aWrongOrTakenCreditCodeIsRefusedAtItsField() {
    var founding =
        new Founding(
            OrganisationKind.ENTERPRISE,
            "榕檐物业",
            town.district(),
            null,
            "91350100M000100Y43",
            TODAY);
    found(founding);

    refused("organisation.uscc-taken", () -> found(founding));
    assertThatThrownBy(
            () ->
                found(
                    new Founding(
                        OrganisationKind.ENTERPRISE,
                        "灯渡家电",
                        town.district(),
                        null,
                        "91350100M000100Y44",
                        TODAY)))
        .extracting(r -> ((Refusal) r).code(), r -> ((Refusal) r).field())
        .containsExactly("organisation.uscc", "uscc");
  }

  @Test
  void anOrganisationWithPartsIsNotDissolved() {
    var street = town.street("安吉街道");
    town.found(OrganisationKind.COMMUNITY, "桃花源社区", street);

    refused("organisation.has-parts", () -> dissolve(street));
  }

  @Test
  void withAnOrganisationItsAppointmentsEnd() {
    var community = town.found(OrganisationKind.COMMUNITY, "吉秀社区", town.street("吉秀街道"));
    var person = town.person("韦素荷");
    town.appoint(person, Role.COMMUNITY_SECRETARY, community);

    dissolve(community);

    assertThat(appointments.posts(person, TODAY)).isEmpty();
    assertThat(directory.communities())
        .extracting(OrganisationSummary::id)
        .doesNotContain(community);
    assertThat(directory.find(community)).isPresent();
    refused("organisation.dissolved", () -> dissolve(community));
    refused(
        "organisation.dissolved",
        () ->
            Actor.SYSTEM.call(
                () ->
                    appointments.appoint(
                        new AppointmentManagement.Appointing(
                            person, Role.GRID_WORKER, community, TODAY, null, null, null))));
  }

  @Test
  void theCommunityOfAnOrganisationIsTheNearestAbove() {
    var community = town.found(OrganisationKind.VILLAGE, "友爱村", town.street("上尧街道"));
    var firm = town.found(OrganisationKind.ENTERPRISE, "青砖湾建筑", community);
    var team = town.found(OrganisationKind.TEAM, "四点半课堂服务队", firm);

    assertThat(directory.communityOf(team).id()).isEqualTo(community);
    assertThat(directory.communityOf(community).id()).isEqualTo(community);
    refused("organisation.in-no-community", () -> directory.communityOf(town.district()));
  }

  @Test
  void holdersAreThoseInForceOnTheDay() {
    var community = town.found(OrganisationKind.COMMUNITY, "龙腾社区", town.street("新阳街道"));
    var person = town.person("梁巧宜");
    var appointment = town.appoint(person, Role.COMMUNITY_WORKER, community);

    var roles = Set.of(Role.COMMUNITY_WORKER, Role.COMMUNITY_SECRETARY);
    assertThat(directory.holders(community, roles, TODAY))
        .containsExactly(
            new OrganisationDirectory.Holder(
                appointment, person, "梁巧宜", Role.COMMUNITY_WORKER, Town.SINCE));
    assertThat(directory.holders(community, roles, Town.SINCE.minusDays(1))).isEmpty();
    assertThat(directory.holders(community, Set.of(), TODAY)).isEmpty();
  }

  @Test
  void kilometresAreFromTheSchematicPlan() {
    var street = town.found(OrganisationKind.STREET, "石埠街道", town.district(), "450107009");
    var here = town.found(OrganisationKind.VILLAGE, "老口村", street, "450107009210");
    var there = town.found(OrganisationKind.VILLAGE, "忠良村", street, "450107009209");
    var nowhere = town.found(OrganisationKind.VILLAGE, "无码村", street);

    assertThat(directory.kilometresFrom(here))
        .containsEntry(here, 0.0)
        .containsKey(there)
        .doesNotContainKey(nowhere);
    assertThat(directory.kilometresFrom(nowhere)).isEmpty();
  }

  @Test
  void rGrd02_aGridLiesInOneCommunityAndIsNumberedThere() {
    var street = town.found(OrganisationKind.STREET, "华强街道", town.district(), "450107005");
    var community = town.found(OrganisationKind.COMMUNITY, "华强社区", street, "450107005001");
    var party = town.found(OrganisationKind.PARTY_ORGANISATION, "华强社区党委", community);

    Actor.SYSTEM.run(
        () -> {
          grids.draw(GridLayer.GOVERNANCE, "第一网格", community, TODAY);
          grids.draw(GridLayer.PARTY, "第一党建网格", party, TODAY);
          var second = grids.draw(GridLayer.PARTY, "第二党建网格", party, TODAY);
          assertThat(grids.layer(second, TODAY)).contains(GridLayer.PARTY);
        });

    refused(
        "territory.grid-outside-community",
        () -> Actor.SYSTEM.call(() -> grids.draw(GridLayer.GOVERNANCE, "街道网格", street, TODAY)));
  }

  private UUID found(Founding founding) {
    return Actor.SYSTEM.call(() -> management.found(founding));
  }

  private void dissolve(UUID organisation) {
    Actor.SYSTEM.run(() -> management.dissolve(organisation, TODAY));
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what).isInstanceOf(Refusal.class).hasMessage(code);
  }
}
