package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.silian.journal.Fact;
import org.silian.journal.Measure;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.test.util.ReflectionTestUtils;

class AppointmentTests {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final UUID person = UUID.randomUUID();
  private final UUID grid = UUID.randomUUID();

  @Test
  void anAppointmentThatBeginsTodayIsToldAsOfNow() {
    var appointment = worker(TODAY, null);

    assertThat(facts(appointment))
        .singleElement()
        .isInstanceOfSatisfying(
            PersonAppointed.class,
            told -> {
              assertThat(told.person()).isEqualTo(person);
              assertThat(told.role()).isEqualTo(Role.COMMUNITY_WORKER);
              assertThat(told.occurredAt()).isEqualTo(NOW);
            });
  }

  @Test
  void aBackdatedAppointmentCountsFromItsFirstDay() {
    var appointment = worker(TODAY.minusDays(30), null);

    assertThat(facts(appointment))
        .extracting(Fact::occurredAt)
        .containsExactly(District.start(TODAY.minusDays(30)));
  }

  @Test
  void anAppointmentThatIsAlreadyOverEndsAtOnce() {
    var appointment = worker(TODAY.minusDays(30), TODAY.minusDays(1));

    assertThat(facts(appointment))
        .extracting(fact -> (Object) fact.getClass())
        .containsExactly(PersonAppointed.class, AppointmentEnded.class);
    assertThat(facts(appointment).getLast().occurredAt()).isEqualTo(District.start(TODAY));
  }

  @Test
  void aRoleTheOrganisationDoesNotHaveIsRefused() {
    refused("organisation.role-not-of-kind", () -> made(Role.POLICE_OFFICER, TODAY, null));
    refused("organisation.role-not-of-kind", () -> made(Role.RESIDENT, TODAY, null));
  }

  @Test
  void anAppointmentThatEndsBeforeItBeginsIsRefused() {
    refused("organisation.from-after-to", () -> worker(TODAY, TODAY.minusDays(1)));
  }

  @Test
  void aYearThatCanOnlyBeASlipIsRefused() {
    refused("organisation.unlikely-day", () -> worker(LocalDate.of(202, 11, 23), null));
    refused("organisation.unlikely-day", () -> worker(TODAY, LocalDate.of(20261, 1, 1)));
  }

  @Test
  void endedTodayTheDayBeforeWasItsLast() {
    var appointment = worker(TODAY.minusDays(30), null);

    appointment.end(TODAY, "西组干〔2026〕12号", NOW);

    assertThat(lastDay(appointment)).isEqualTo(TODAY.minusDays(1));
    assertThat(facts(appointment).getLast())
        .isInstanceOf(AppointmentEnded.class)
        .extracting(Fact::occurredAt)
        .isEqualTo(NOW);
  }

  @Test
  void endedOnItsFirstDayItWasNeverInForce() {
    var appointment = worker(TODAY, null);

    appointment.end(TODAY, null, NOW);

    assertThat(lastDay(appointment)).isEqualTo(TODAY.minusDays(1));
  }

  @Test
  void anEndToComeIsSettledNowAndToldWhenItComes() {
    var appointment = worker(TODAY, null);

    appointment.end(TODAY.plusDays(3), null, NOW);
    appointment.runOut(NOW);
    assertThat(facts(appointment).getLast())
        .isInstanceOfSatisfying(
            AppointmentTermSet.class, set -> assertThat(set.until()).isEqualTo(TODAY.plusDays(2)));

    appointment.runOut(District.start(TODAY.plusDays(3)));
    assertThat(facts(appointment).getLast()).isInstanceOf(AppointmentEnded.class);
  }

  @Test
  void anAppointmentEndsOnce() {
    var appointment = worker(TODAY.minusDays(30), null);
    appointment.end(TODAY, null, NOW);

    refused("organisation.appointment-ended", () -> appointment.end(TODAY, null, NOW));
  }

  @Test
  void itEndsNeitherBeforeItBeginsNorAfterItsTerm() {
    var appointment = worker(TODAY.minusDays(3), TODAY.plusDays(3));

    refused("organisation.end-before-from", () -> appointment.end(TODAY.minusDays(4), null, NOW));
    refused("organisation.end-after-term", () -> appointment.end(TODAY.plusDays(5), null, NOW));
  }

  @Test
  void aPartyMemberWithAGridCountsInN10AndNoLongerAfterTheEnd() {
    var appointment = member(grid);
    appointment.end(TODAY, null, NOW);

    assertThat(facts(appointment))
        .extracting(Fact::measures)
        .containsExactly(List.of(new Measure("N10", 1)), List.of(new Measure("N10", -1)));
  }

  @Test
  void aPartyMemberWithoutAGridDoesNotCount() {
    var appointment = member(null);
    appointment.end(TODAY, null, NOW);

    assertThat(facts(appointment)).extracting(Fact::measures).containsOnly(List.of());
  }

  @Test
  void whatIsToldOfAPartyMemberIsNotInThePersonsTimeline() {
    assertThat(facts(member(null)))
        .extracting(fact -> fact.subject().type())
        .containsExactly("party-membership");
    assertThat(facts(worker(TODAY, null)))
        .extracting(fact -> fact.subject().type())
        .containsExactly("person");
  }

  @Test
  void theEndOfTheOrganisationEndsWhatHasNotEndedEarlier() {
    var open = worker(TODAY.minusDays(30), null);
    var coming = worker(TODAY.plusDays(30), null);

    open.endWithOrganisation(TODAY, NOW);
    coming.endWithOrganisation(TODAY, NOW);

    assertThat(lastDay(open)).isEqualTo(TODAY.minusDays(1));
    assertThat(lastDay(coming)).isEqualTo(TODAY.plusDays(29));
    assertThat(facts(open).getLast()).isInstanceOf(AppointmentEnded.class);
    assertThat(facts(coming).getLast()).isInstanceOf(AppointmentEnded.class);
  }

  private Appointment worker(LocalDate from, LocalDate to) {
    return made(Role.COMMUNITY_WORKER, from, to);
  }

  private Appointment made(Role role, LocalDate from, LocalDate to) {
    var community = organisation(OrganisationKind.COMMUNITY);
    return Appointment.made(
        new Appointing(person, role, community.id(), from, to, null, null), community, NOW);
  }

  private Appointment member(UUID inGrid) {
    var party = organisation(OrganisationKind.PARTY_ORGANISATION);
    return Appointment.made(
        new Appointing(
            person, Role.PARTY_MEMBER, party.id(), TODAY.minusDays(9), null, null, inGrid),
        party,
        NOW);
  }

  private static Organisation organisation(OrganisationKind kind) {
    return new Organisation(
        UUID.randomUUID(),
        kind,
        "友爱村",
        UUID.randomUUID(),
        1,
        "1.1.",
        null,
        null,
        LocalDate.of(2020, 1, 1));
  }

  private static Object lastDay(Appointment appointment) {
    return ReflectionTestUtils.getField(appointment, "toDay");
  }

  private static List<Fact> facts(AbstractAggregateRoot<?> aggregate) {
    return ((Collection<?>)
            Objects.requireNonNull(ReflectionTestUtils.invokeMethod(aggregate, "domainEvents")))
        .stream().map(Fact.class::cast).toList();
  }

  private static void refused(String code, ThrowingCallable c) {
    assertThatThrownBy(c).isInstanceOf(Refusal.class).hasMessage(code);
  }
}
