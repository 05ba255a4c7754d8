package org.silian.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silian.alliance.BodyRuleTests.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.silian.alliance.Sitting.Term;
import org.silian.organisation.OrganisationKind;
import org.silian.permission.Role;

class SeatTests {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
  private static final UUID BODY = UUID.randomUUID();
  private static final UUID UNIT = UUID.randomUUID();

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"PARTY_MEMBER", "SYSTEM_ADMINISTRATOR", "AUDIT_ADMINISTRATOR", "RESIDENT"})
  void noSeatIsJustifiedByMembershipAdministrationOrResidence(Role role) {
    assertThatThrownBy(() -> seat(SeatKind.MEMBER, role))
        .satisfies(refused("alliance.seat-without-post"));
  }

  /** Handbook 0.1 and 6.3: the officer is deputy secretary, never shown as 书记. */
  @Test
  void anOfficerIsNeverSecretary() {
    for (var role : Post.OFFICERS) {
      for (var body :
          new OrganisationKind[] {
            OrganisationKind.STREET_COMMITTEE, OrganisationKind.COMMUNITY_COMMITTEE
          }) {
        assertThatThrownBy(() -> seat(body, SeatKind.HEAD, role))
            .satisfies(refused("alliance.officer-not-secretary"));
      }
      assertThat(seat(SeatKind.DEPUTY, role).isSecretarys()).isFalse();
      assertThat(seat(OrganisationKind.LEADING_GROUP, SeatKind.HEAD, role).isSecretarys())
          .as("a leading group's head is no 书记")
          .isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = Mode.INCLUDE,
      names = {"STREET_LEADER", "UNIVERSITY_LIAISON", "COMMUNITY_WORKER"})
  void theSecretaryOfACommunityCommitteeIsTheCommunitys(Role role) {
    assertThatThrownBy(() -> seat(SeatKind.HEAD, role))
        .satisfies(refused("alliance.head-is-secretary"));
    assertThat(seat(SeatKind.HEAD, Role.COMMUNITY_SECRETARY).isSecretarys()).isTrue();
  }

  @Test
  void oneOnWhichSomebodySitsIsNeitherAbolishedNorAskedAbout() {
    var seat = seat(SeatKind.MEMBER, Role.STREET_LEADER);
    seat.taken();

    assertThatThrownBy(() -> seat.abolish(NOW)).satisfies(refused("alliance.seat-held"));
    assertThatThrownBy(() -> seat.ask(null, NOW)).satisfies(refused("alliance.seat-held"));
    assertThatThrownBy(() -> seat.leaveVacant(NOW)).satisfies(refused("alliance.seat-held"));
  }

  @Test
  void oneThatIsAbolishedIsTakenByNobody() {
    var seat = seat(SeatKind.MEMBER, Role.STREET_LEADER);
    seat.abolish(NOW);

    assertThatThrownBy(seat::taken).satisfies(refused("alliance.seat-abolished"));
    assertThatThrownBy(() -> seat.abolish(NOW)).satisfies(refused("alliance.seat-abolished"));
  }

  @Test
  void isVacantAgainFromTheDayOnWhichASittingCeases() {
    var seat = seat(SeatKind.MEMBER, Role.STREET_LEADER);
    var sitting = sitting(seat, SINCE, null);
    seat.taken();

    sitting.cease(seat, SittingEnd.POST_ENDED, LocalDate.of(2026, 11, 1), NOW);

    assertThat(seat.vacancy()).isEqualTo(Vacancy.AWAITS);
    assertThat(seat.vacantSince()).isEqualTo("2026-11-01");
  }

  @Test
  void aSittingKeepsAnEarlierLastDayAndNeverEndsBeforeItBegins() {
    var seat = seat(SeatKind.MEMBER, Role.STREET_LEADER);
    sitting(seat, SINCE, LocalDate.of(2026, 6, 30))
        .cease(seat, SittingEnd.POST_ENDED, LocalDate.of(2026, 11, 1), NOW);
    assertThat(seat.vacantSince()).isEqualTo("2026-07-01");

    sitting(seat, LocalDate.of(2027, 1, 1), null)
        .cease(seat, SittingEnd.POST_ENDED, LocalDate.of(2026, 11, 1), NOW);
    assertThat(seat.vacantSince()).isEqualTo("2027-01-01");
  }

  @Test
  void isReleasedOnceAndNotInTheFuture() {
    var seat = seat(SeatKind.MEMBER, Role.STREET_LEADER);
    var sitting = sitting(seat, SINCE, null);

    assertThatThrownBy(() -> sitting.release(seat, LocalDate.of(2026, 11, 24), null, NOW))
        .satisfies(refused("alliance.end-day"));
    assertThatThrownBy(() -> sitting.release(seat, SINCE.minusDays(1), null, NOW))
        .satisfies(refused("alliance.end-before-from"));
    sitting.release(seat, LocalDate.of(2026, 11, 23), "西组〔2026〕9号", NOW);
    assertThatThrownBy(() -> sitting.release(seat, LocalDate.of(2026, 11, 23), null, NOW))
        .satisfies(refused("alliance.sitting-ended"));
  }

  @Test
  void isNotTakenBeforeItWasMade() {
    var seat = seat(SeatKind.MEMBER, Role.STREET_LEADER);

    assertThatThrownBy(() -> sitting(seat, SINCE.minusDays(1), null))
        .satisfies(refused("alliance.before-the-seat"));
    assertThatThrownBy(() -> new Term(SINCE, SINCE.minusDays(1), null))
        .satisfies(refused("alliance.from-after-to"));
  }

  private static Sitting sitting(Seat seat, LocalDate from, LocalDate to) {
    return Sitting.begun(
        seat, UUID.randomUUID(), UUID.randomUUID(), new Term(from, to, null), false, NOW);
  }

  private static Seat seat(SeatKind kind, Role role) {
    return seat(OrganisationKind.COMMUNITY_COMMITTEE, kind, role);
  }

  private static Seat seat(OrganisationKind body, SeatKind kind, Role role) {
    return Seat.created(
        BODY, body, kind, true, new Post(UNIT, role), SeatSource.STREET, SINCE, NOW);
  }
}
