package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silian.access.AccessProperties.SessionLimits;
import org.silian.organisation.OrganisationKind;
import org.silian.permission.Role;

class ActiveSessionTests {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final SessionLimits LIMITS =
      new SessionLimits(
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(12),
          Duration.ofDays(7),
          Duration.ofDays(30));

  private static final Proofs PROVED = new Proofs(NOON, null, false, false, null);

  private final Post worker = post(Role.COMMUNITY_WORKER);
  private final Post police = post(Role.POLICE_OFFICER);
  private final Post member = post(Role.PARTY_MEMBER);
  private final Post administrator = post(Role.SYSTEM_ADMINISTRATOR);

  @Test
  void actsInThePostChosen() {
    var session = session(police.id(), null, worker, police);

    assertThat(session.actor().role()).isEqualTo(Role.POLICE_OFFICER);
    assertThat(session.actor().appointment()).isEqualTo(police.id());
    assertThat(session.actor().reach()).isEqualTo(police.path());
  }

  @Test
  void whenTheChosenPostEndsTheOnlyOtherOneTakesItsPlace() {
    var session = session(UUID.randomUUID(), null, worker, member);

    assertThat(session.post()).contains(worker);
  }

  @Test
  void whenTheChosenPostEndsAndSeveralRemainNoneIsInUse() {
    var session = session(UUID.randomUUID(), null, worker, police);

    assertThat(session.post()).isEmpty();
    assertThat(session.role()).isEqualTo(Role.RESIDENT);
    assertThat(session.actor().reach()).isNull();
  }

  @Test
  void aPersonWithPostsMayActForHerself() {
    var session = session(null, null, worker);

    assertThat(session.role()).isEqualTo(Role.RESIDENT);
    assertThat(session.actor().appointment()).isNull();
  }

  @Test
  void membershipOfThePartyReachesNothing() {
    var session = session(member.id(), null, member);

    assertThat(session.actor().role()).isEqualTo(Role.PARTY_MEMBER);
    assertThat(session.actor().reach()).isNull();
    assertThat(session.firstPost()).isEmpty();
  }

  @Test
  void beginsInThePostLastUsedElseTheFirst() {
    assertThat(session(null, police.id(), worker, police).firstPost()).contains(police);
    assertThat(session(null, UUID.randomUUID(), worker, police).firstPost()).contains(worker);
    assertThat(session(null, null, member, police).firstPost()).contains(police);
  }

  @Test
  void anAdministratorIsIdleAfterFifteenMinutesWhateverPostIsInUse() {
    var session = session(null, null, worker, administrator);

    assertThat(session.isOver(LIMITS, NOON.plus(Duration.ofMinutes(14)))).isFalse();
    assertThat(session.isOver(LIMITS, NOON.plus(Duration.ofMinutes(15)))).isTrue();
  }

  @Test
  void staffAreIdleAfterThirtyMinutes() {
    var session = session(worker.id(), null, worker);

    assertThat(session.isOver(LIMITS, NOON.plus(Duration.ofMinutes(29)))).isFalse();
    assertThat(session.isOver(LIMITS, NOON.plus(Duration.ofMinutes(30)))).isTrue();
  }

  @Test
  void aResidentIsIdleAfterAWeekAndSignsInAgainAfterAMonth() {
    var idle = session(null, null);
    var busy = used(NOON.plus(Duration.ofDays(29)));

    assertThat(idle.isOver(LIMITS, NOON.plus(Duration.ofDays(6)))).isFalse();
    assertThat(idle.isOver(LIMITS, NOON.plus(Duration.ofDays(7)))).isTrue();
    assertThat(busy.isOver(LIMITS, NOON.plus(Duration.ofDays(29)))).isFalse();
    assertThat(busy.isOver(LIMITS, NOON.plus(Duration.ofDays(30)))).isTrue();
  }

  private static Post post(Role role) {
    return new Post(
        UUID.randomUUID(),
        role,
        UUID.randomUUID(),
        OrganisationKind.COMMUNITY,
        "秀灵南社区",
        "1." + role.name().toLowerCase(Locale.ROOT) + ".",
        LocalDate.of(2026, 1, 1),
        null);
  }

  private static ActiveSession session(UUID chosen, UUID last, Post... posts) {
    return new ActiveSession(
        Token.fresh(),
        UUID.randomUUID(),
        "张三",
        null,
        null,
        chosen,
        last,
        NOON,
        NOON,
        List.of(posts),
        PROVED,
        null);
  }

  private static ActiveSession used(Instant lastAt) {
    return new ActiveSession(
        Token.fresh(),
        UUID.randomUUID(),
        "张三",
        Role.RESIDENT,
        null,
        null,
        null,
        NOON,
        lastAt,
        List.of(),
        PROVED,
        null);
  }
}
