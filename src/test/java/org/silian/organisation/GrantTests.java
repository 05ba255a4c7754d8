package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentController.AppointmentRow;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.permission.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Longer terms, and grants that need two people (GB/T 22239: 三员分立). */
@ModuleTest
class GrantTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String SETTING = "silian.organisation.grants-approval";
  private static final String PROFILE = "silian.security.profile";

  @Autowired Town town;
  @Autowired AppointmentManagement appointments;
  @Autowired AppointmentController controller;
  @Autowired JdbcClient jdbc;

  private Actor administrator;
  private Actor guard;

  @BeforeEach
  void twoAdministrators() {
    administrator = town.actor(Role.SYSTEM_ADMINISTRATOR, town.district());
    guard = town.actor(Role.SECURITY_ADMINISTRATOR, town.district());
    System.setProperty(SETTING, "true");
  }

  @AfterEach
  void asBefore() {
    System.clearProperty(SETTING);
    System.clearProperty(PROFILE);
  }

  @Test
  void theProfileOfLevel3AsksForApprovalHoweverItIsWritten() {
    System.clearProperty(SETTING);
    System.setProperty(PROFILE, "LEVEL3");
    var person = town.person("黎望舒");

    appoint(person, Role.DISTRICT_LEADER);

    assertThat(appointments.posts(person, TODAY)).isEmpty();
  }

  @Test
  void aSensitiveRoleGivesNoRightsUntilTheSecurityAdministratorApproves() {
    var person = town.person("黎望舒");
    var proposed = appoint(person, Role.DISTRICT_LEADER);

    assertThat(appointments.posts(person, TODAY)).isEmpty();
    assertThat(openTasks(proposed)).isOne();
    assertThat(guard.call(controller::proposals))
        .filteredOn(row -> row.id().equals(proposed))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.person().name()).isEqualTo("黎望舒");
              assertThat(row.to()).isEqualTo(TODAY.plusYears(1));
            });
    refused("organisation.already-proposed", () -> appoint(person, Role.DISTRICT_LEADER));

    guard.run(() -> appointments.approve(proposed, new Revision(0)));

    assertThat(appointments.posts(person, TODAY))
        .singleElement()
        .satisfies(post -> assertThat(post.to()).isEqualTo(TODAY.plusYears(1)));
    assertThat(openTasks(proposed)).isZero();
    refused(
        "organisation.not-awaiting",
        () -> guard.run(() -> appointments.approve(proposed, new Revision(1))));
  }

  @Test
  void whatIsDeclinedNeverWas() {
    var person = town.person("覃望山");
    var proposed = appoint(person, Role.ORGANISATION_DEPARTMENT);

    guard.run(() -> appointments.decline(proposed, new Revision(0)));

    assertThat(appointments.posts(person, TODAY)).isEmpty();
    assertThat(openTasks(proposed)).isZero();
    assertThat(appoint(person, Role.ORGANISATION_DEPARTMENT)).isNotEqualTo(proposed);
  }

  @Test
  void nobodyApprovesWhatConcernsHimOrWhatHeProposed() {
    var own = appoint(guard.personOrRefuse(), Role.DISTRICT_LEADER);
    var proposer = guard.call(() -> appointWithin(town.person("石见青"), Role.DISTRICT_LEADER));

    for (var proposed : new UUID[] {own, proposer}) {
      refused(
          "organisation.own-grant",
          () -> guard.run(() -> appointments.approve(proposed, new Revision(0))));
    }
  }

  @Test
  void ordinaryRolesAndTheSystemItselfNeedNobody() {
    var worker = town.person("农问渠");
    var community = town.found(OrganisationKind.COMMUNITY, "边阳社区", town.street("北湖街道"));
    administrator.run(
        () ->
            appointments.appoint(
                new Appointing(worker, Role.COMMUNITY_WORKER, community, TODAY, null, null, null)));
    var leader = town.person("甘牧之");
    town.appoint(leader, Role.DISTRICT_LEADER, town.district());

    assertThat(appointments.posts(worker, TODAY)).hasSize(1);
    assertThat(appointments.posts(leader, TODAY)).hasSize(1);
  }

  @Test
  void switchedOffOneClickIsEnough() {
    System.clearProperty(SETTING);
    var person = town.person("凌照野");
    appoint(person, Role.DISTRICT_LEADER);

    assertThat(appointments.posts(person, TODAY)).hasSize(1);
  }

  @Test
  void aTermIsExtendedNeverShortenedAndIsListedWhileItEndsSoon() {
    var person = town.person("唐予和");
    var community = town.found(OrganisationKind.COMMUNITY, "北际社区", town.street("衡阳街道"));
    var appointment =
        Actor.SYSTEM.call(
            () ->
                appointments.appoint(
                    new Appointing(
                        person,
                        Role.COMMUNITY_SECRETARY,
                        community,
                        TODAY.minusYears(1),
                        TODAY.plusDays(9),
                        null,
                        null)));
    assertThat(ending(9)).contains(appointment);
    assertThat(ending(8)).doesNotContain(appointment);

    refused("organisation.extension-shortens", () -> extend(appointment, 0, TODAY.plusDays(9)));
    extend(appointment, 0, TODAY.plusYears(3));

    assertThat(ending(30)).doesNotContain(appointment);
    assertThat(appointments.posts(person, TODAY.plusYears(2))).hasSize(1);
    refused(
        "organisation.extension-needs-approval",
        () -> {
          var leader = town.appoint(town.person("陆敬川"), Role.DISTRICT_LEADER, town.district());
          extend(leader, 0, null);
        });
  }

  @Test
  void anExtensionDoesNotRunIntoAnotherTerm() {
    var person = town.person("廖拾禾");
    var community = town.found(OrganisationKind.COMMUNITY, "新秀社区", town.street("新阳街道"));
    var first = term(person, community, TODAY, TODAY.plusDays(9));
    term(person, community, TODAY.plusDays(20), null);

    refused("organisation.already-appointed", () -> extend(first, 0, TODAY.plusDays(20)));
    extend(first, 0, TODAY.plusDays(19));
    var history = administrator.call(() -> controller.ofOrganisation(community, null, 1));
    assertThat(history.items())
        .extracting(AppointmentRow::from)
        .containsExactly(TODAY.plusDays(20));
    assertThat(
            administrator
                .call(() -> controller.ofOrganisation(community, history.next(), 1))
                .items())
        .extracting(AppointmentRow::to)
        .containsExactly(TODAY.plusDays(19));
  }

  private UUID term(UUID person, UUID community, LocalDate from, LocalDate to) {
    return Actor.SYSTEM.call(
        () ->
            appointments.appoint(
                new Appointing(person, Role.GRID_WORKER, community, from, to, null, null)));
  }

  private void extend(UUID appointment, long version, LocalDate to) {
    administrator.run(
        () -> appointments.extend(appointment, new Revision(version), to, "西组干〔2026〕9号"));
  }

  private List<UUID> ending(int days) {
    return administrator.call(() -> controller.ending(days, null, 100)).items().stream()
        .map(AppointmentRow::id)
        .toList();
  }

  private UUID appoint(UUID person, Role role) {
    return administrator.call(() -> appointWithin(person, role));
  }

  private UUID appointWithin(UUID person, Role role) {
    return appointments.appoint(
        new Appointing(
            person, role, town.district(), TODAY, TODAY.plusYears(1), "西组〔2026〕1号", null));
  }

  private int openTasks(UUID proposal) {
    return jdbc.sql("select count(*) from task where subject_id = ? and closed_at is null")
        .param(proposal)
        .query((row, n) -> row.getInt(1))
        .single();
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what).hasStackTraceContaining(code);
  }
}
