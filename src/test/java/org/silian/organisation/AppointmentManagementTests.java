package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.journal.Names;
import org.silian.journal.Subject;
import org.silian.journal.Timelines;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.AppointmentManagement.CurrentPost;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

@ModuleTest
class AppointmentManagementTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Town town;
  @Autowired AppointmentManagement appointments;
  @Autowired OrganisationDirectory directory;
  @Autowired PersonManagement persons;
  @Autowired Names names;
  @Autowired Timelines timelines;
  @Autowired TestClock clock;

  @BeforeEach
  void inChinese() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
  }

  @AfterEach
  void inNoLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void onePersonHoldsSeveralPosts() {
    var officer = town.person("覃守禾");
    var bureau = town.found(OrganisationKind.POLICE_BUREAU, "公安分局", town.district());
    var station = town.found(OrganisationKind.POLICE_STATION, "莲雾街派出所", bureau);
    var community = community("秀灵南社区");
    town.appoint(officer, Role.POLICE_OFFICER, station);
    var deputy = town.appoint(officer, Role.COMMUNITY_PARTY_DEPUTY_SECRETARY, community);

    assertThat(appointments.posts(officer, TODAY))
        .extracting(CurrentPost::role)
        .containsExactlyInAnyOrder(Role.POLICE_OFFICER, Role.COMMUNITY_PARTY_DEPUTY_SECRETARY);
    assertThat(names.of(Set.of(deputy, officer, community)))
        .containsEntry(deputy, "秀灵南社区 · 社区党组织副书记")
        .containsEntry(officer, "覃守禾")
        .containsEntry(community, "秀灵南社区");
  }

  @Test
  void aDepartmentsPostWorksWithTheWholeDistrict() {
    var department = town.found(OrganisationKind.DEPARTMENT, "区委组织部", town.district());

    assertThat(town.actor(Role.ORGANISATION_DEPARTMENT, department).reach())
        .isEqualTo(directory.district().orElseThrow().path());
  }

  @Test
  void nobodyHoldsTheSameRoleTwiceAtTheSameTime() {
    var person = town.person("陆敬川");
    var community = community("大学东路社区");
    appoint(person, community, TODAY, TODAY.plusDays(9));

    refused(
        "organisation.already-appointed",
        () -> appoint(person, community, TODAY.plusDays(9), null));
    refused(
        "organisation.already-appointed",
        () -> appoint(person, community, TODAY.minusDays(9), TODAY));
    appoint(person, community, TODAY.plusDays(10), null);
    appoint(person, community("明秀东社区"), TODAY, null);
  }

  @Test
  void twoWhoAppointTheSamePersonAtOnceDoItOnce() throws Exception {
    var person = town.person("蒙依禾");
    var community = community("北湖中社区");
    var district = District.current();
    Callable<Boolean> appointing =
        () ->
            district.call(
                () -> {
                  try {
                    appoint(person, community, TODAY, TODAY.plusDays(1));
                    return true;
                  } catch (Refusal refusal) {
                    return false;
                  }
                });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done = threads.invokeAll(List.of(appointing, appointing, appointing, appointing));
      assertThat(done).extracting(Future::resultNow).containsOnlyOnce(true);
    }
  }

  @Test
  void anEndedAppointmentGivesNoRightsFromThatMoment() {
    var person = town.person("农问渠");
    var appointment = town.appoint(person, Role.COMMUNITY_WORKER, community("五里亭社区"));
    assertThat(appointments.posts(person, TODAY)).hasSize(1);

    Actor.SYSTEM.run(() -> appointments.end(appointment, TODAY, "西组干〔2026〕12号"));

    assertThat(appointments.posts(person, TODAY)).isEmpty();
    assertThat(appointments.posts(person, TODAY.minusDays(1))).hasSize(1);
    assertThat(sentences(person))
        .satisfiesExactly(
            last -> assertThat(last).isEqualTo("农问渠不再担任五里亭社区 · 社区工作者"),
            first -> assertThat(first).endsWith("任命农问渠为五里亭社区 · 社区工作者"));
  }

  @Test
  void anAppointmentThatRunsOutIsToldTheDayAfter() {
    var person = town.person("廖拾禾");
    var community = community("新秀社区");
    appoint(person, community, TODAY, TODAY.plusDays(1));

    Actor.SYSTEM.call(appointments::endRunOut);
    assertThat(sentences(person)).hasSize(1);

    clock.advance(Duration.ofDays(2));
    Actor.SYSTEM.call(appointments::endRunOut);
    Actor.SYSTEM.call(appointments::endRunOut);
    assertThat(sentences(person)).hasSize(2).first().asString().contains("不再担任");
  }

  @Test
  void whoeverActsInAPostAppointsWithinItsReach() {
    var administrator = town.actor(Role.SYSTEM_ADMINISTRATOR, town.district());
    var secretary = town.actor(Role.COMMUNITY_SECRETARY, community("边阳社区"));
    var person = town.person("唐予和");
    var community = community("北际社区");

    refused(
        "organisation.not-found",
        () -> secretary.call(() -> appointWithoutActor(person, community, TODAY, null)));
    assertThat((UUID) administrator.call(() -> appointWithoutActor(person, community, TODAY, null)))
        .isNotNull();
  }

  @Test
  void aPostEndsOnlyAppointmentsWithinReachAndAtTheVersionItRead() {
    var secretary = town.actor(Role.COMMUNITY_SECRETARY, community("永和社区"));
    var administrator = town.actor(Role.SYSTEM_ADMINISTRATOR, town.district());
    var appointment = town.appoint(town.person("陆采薇"), Role.COMMUNITY_WORKER, community("万力社区"));

    refused(
        "organisation.not-found",
        () -> secretary.run(() -> appointments.end(appointment, new Revision(0), TODAY, null)));
    refused(
        "stale",
        () -> administrator.run(() -> appointments.end(appointment, new Revision(7), TODAY, null)));
    administrator.run(() -> appointments.end(appointment, new Revision(0), TODAY, null));
    refused(
        "organisation.appointment-ended",
        () -> administrator.run(() -> appointments.end(appointment, new Revision(1), TODAY, null)));
  }

  @Test
  void theThreeAdministrationsStayApart() {
    var person = town.person("石见青");
    town.appoint(person, Role.SYSTEM_ADMINISTRATOR, town.district());

    refused(
        "organisation.administrators-apart",
        () -> town.appoint(person, Role.AUDIT_ADMINISTRATOR, town.district()));
    town.appoint(person, Role.DISTRICT_LEADER, town.district());
  }

  @Test
  void daysAreKeptAsTheyAreWhateverTheSessionsZone() {
    var person = town.person("凌照野");
    appoint(person, community("福锦社区"), TODAY, TODAY);

    assertThat(appointments.posts(person, TODAY))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.from()).isEqualTo(TODAY);
              assertThat(post.to()).isEqualTo(TODAY);
            });
    assertThat(appointments.posts(person, TODAY.minusDays(1))).isEmpty();
    assertThat(appointments.posts(person, TODAY.plusDays(1))).isEmpty();
  }

  @Test
  void rCod06_aPersonIsFoundByPhoneHoweverItIsTyped() {
    var person = persons.register("甘牧之", "138 0000 1234");

    assertThat(persons.byPhone("１３８００００１２３４")).contains(person);
    assertThat(persons.byPhone("13800001235")).isEmpty();
    assertThat(persons.phone(person)).isEqualTo("13800001234");
    assertThat(persons.maskedPhone(person)).isEqualTo("138****1234");
    refused("organisation.phone-taken", () -> persons.register("甘牧野", "138-0000-1234"));
    assertThat(persons.phone(persons.register("无电话", null))).isNull();
    refused("organisation.person-not-found", () -> persons.name(UUID.randomUUID()));
  }

  private List<String> sentences(UUID person) {
    return timelines.of(new Subject("person", person)).stream()
        .map(Timelines.TimelineEntry::sentence)
        .toList();
  }

  private UUID community(String name) {
    return town.found(OrganisationKind.COMMUNITY, name, town.street(name + "街道"));
  }

  private UUID appoint(UUID person, UUID community, LocalDate from, LocalDate to) {
    return Actor.SYSTEM.call(() -> appointWithoutActor(person, community, from, to));
  }

  private UUID appointWithoutActor(UUID person, UUID community, LocalDate from, LocalDate to) {
    return appointments.appoint(
        new Appointing(person, Role.COMMUNITY_WORKER, community, from, to, null, null));
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what).isInstanceOf(Refusal.class).hasMessage(code);
  }
}
