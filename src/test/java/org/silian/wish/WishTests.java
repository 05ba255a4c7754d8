package org.silian.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silian.problem.Refusal;
import org.silian.wish.WishFact.ReleaseReason;

/** The life of a wish, without Spring. */
class WishTests {

  private static final WishRules RULES =
      new WishRules(
          50_000,
          Period.ofDays(30),
          Period.ofDays(7),
          Period.ofDays(14),
          Period.ofDays(3),
          Period.ofDays(14),
          Period.ofDays(90));
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final UUID COMMUNITY = UUID.randomUUID();
  private static final UUID WISHER = UUID.randomUUID();
  private static final UUID STUDENT = UUID.randomUUID();
  private static final UUID WORKER = UUID.randomUUID();
  private static final PublicText TEXT = PublicText.of("社区一位居民希望换一盏客厅的灯。", false, List.of());

  @Test
  void goesFromTheFirstWordToTheLastStar() {
    var wish = fulfilled();
    wish.confirm(Confirmation.WISHER, NOW).rate(5, "谢谢", NOW);

    assertThat(wish.state()).isEqualTo(WishState.CLOSED);
    assertThat(facts(wish))
        .extracting(fact -> fact.getClass().getSimpleName())
        .containsExactly(
            "WishCollected",
            "WishVerified",
            "WishPublished",
            "WishClaimed",
            "WishClaimApproved",
            "WishContacted",
            "WishFulfilled",
            "WishConfirmed",
            "WishRated",
            "WishClosed");
  }

  @Test
  void countsOnceAndOnlyWhenTheWisherHasConfirmed() {
    assertThat(counted(fulfilled(), "N33")).isZero();
    assertThat(counted(confirmed(), "N33")).isEqualTo(1);
    assertThat(counted(confirmed(), "N33.student")).isEqualTo(1);
  }

  @Test
  void isOpenUntilItIsConfirmedRejectedOrWithdrawn() {
    assertThat(counted(fulfilled(), "wish.open")).isEqualTo(1);
    assertThat(counted(confirmed(), "wish.open")).isZero();
    assertThat(counted(published().withdraw(NOW), "wish.open")).isZero();
    assertThat(counted(collected().reject(WishFact.RejectionReason.OTHER, "说明", NOW), "wish.open"))
        .isZero();
  }

  @Test
  void isVerifiedOnlyWhenAllFourChecksHold() {
    for (var checks :
        List.of(
            new WishChecks(false, true, true, true),
            new WishChecks(true, false, true, true),
            new WishChecks(true, true, false, true),
            new WishChecks(true, true, true, false))) {
      assertThatThrownBy(() -> collected().verify(checks, NOW))
          .satisfies(refused("wish.not-verified"));
    }
  }

  @Test
  void rPi07_aChildsWishNeedsTheGuardiansConsent() {
    assertThatThrownBy(() -> collect("想要一本字典", 3_000L, true, false))
        .satisfies(refused("wish.guardian-consent"));
    assertThat(collect("想要一本字典", 3_000L, true, true).isForChild()).isTrue();
  }

  @Test
  void isNeverForMoney() {
    assertThatThrownBy(() -> collect("想请好心人给点钱，转账也行", null, false, false))
        .satisfies(refused("wish.cash"));
  }

  @Test
  void staysWithinTheCap() {
    assertThatThrownBy(() -> collect("想要一台电视机", 50_001L, false, false))
        .satisfies(refused("wish.over-cap"));
    assertThat(collect("想要一台收音机", 50_000L, false, false).state()).isEqualTo(WishState.COLLECTED);
  }

  @Test
  void hasOneClaimerAndTellsTheSecondKindly() {
    var wish = claimed();

    assertThatThrownBy(() -> wish.claim(UUID.randomUUID(), null, ClaimerKind.VOLUNTEER, NOW))
        .satisfies(refused("wish.already-claimed"));
    assertThat(wish.isClaimedBy(STUDENT)).isTrue();
  }

  @Test
  void isNotClaimedByWhoWishes() {
    assertThatThrownBy(() -> published().claim(WISHER, null, ClaimerKind.RESIDENT, NOW))
        .satisfies(refused("wish.own"));
  }

  @Test
  void givesAnApprovedClaimerSevenDaysToMakeContact() {
    var wish = claimed().approve(WORKER, RULES, NOW);

    assertThat(wish.claim())
        .extracting(Claim::contactBy, Claim::companionId)
        .containsExactly(LocalDate.of(2026, 11, 30), WORKER);
  }

  @Test
  void returnsToTheWallWhenItsClaimIsReleased() {
    var wish = claimed().release(ReleaseReason.CLAIMER_CANNOT, null, NOW);

    assertThat(wish.state()).isEqualTo(WishState.PUBLISHED);
    assertThat(wish.claim()).isNull();
    assertThat(wish.claim(UUID.randomUUID(), null, ClaimerKind.RESIDENT, NOW).state())
        .isEqualTo(WishState.CLAIMED);
  }

  @Test
  void goesBackToTheClaimerWhenTheWisherSaysItIsNotDone() {
    var wish = fulfilled().deny("灯还不亮", NOW);

    assertThat(wish.state()).isEqualTo(WishState.CONTACTED);
    assertThat(wish.isClaimedBy(STUDENT)).isTrue();
  }

  @Test
  void isCorrectedBackToFulfilledWithAReason() {
    var wish = confirmed().correct("登记错了", NOW);

    assertThat(wish.state()).isEqualTo(WishState.FULFILLED);
    assertThat(facts(wish)).last().isInstanceOf(WishFact.WishConfirmationReversed.class);
  }

  @ParameterizedTest
  @EnumSource(WishState.class)
  void offersInEachStateExactlyTheStepsThatLeadOnFromIt(WishState state) {
    var expected = EnumSet.noneOf(WishStep.class);
    for (var step : WishStep.values()) {
      if (step.from().contains(state)) {
        expected.add(step);
      }
    }
    assertThat(state.steps()).isEqualTo(expected);
    if (WishState.ENDED.contains(state) && state != WishState.CLOSED) {
      assertThat(state.steps()).isEmpty();
    }
  }

  @Test
  void refusesEveryStepThatDoesNotLeadOnFromItsState() {
    assertThatThrownBy(() -> collected().publish(TEXT, RULES, NOW))
        .satisfies(refused("wish.not-in-this-state"));
    assertThatThrownBy(() -> published().verify(new WishChecks(true, true, true, true), NOW))
        .satisfies(refused("wish.not-in-this-state"));
    assertThatThrownBy(() -> claimed().fulfil("好了", NOW))
        .satisfies(refused("wish.not-in-this-state"));
    assertThatThrownBy(() -> fulfilled().withdraw(NOW))
        .satisfies(refused("wish.not-in-this-state"));
  }

  private static Wish collect(
      String words, @Nullable Long costFen, boolean child, boolean guardianConsent) {
    var consent = new Consent("1", Consent.How.SELF, NOW);
    var origin = new Origin(COMMUNITY, WishKind.REPAIR, child, WISHER, null, NOW, consent, costFen);
    return Wish.collected(
        UUID.randomUUID(),
        "2026-0412",
        new Telling(origin, "换一盏客厅的灯", words, guardianConsent),
        RULES);
  }

  private static Wish collected() {
    return collect("客厅的灯坏了两周", 6_000L, false, false);
  }

  private static Wish published() {
    return collected()
        .verify(new WishChecks(true, true, true, true), NOW)
        .publish(TEXT, RULES, NOW);
  }

  private static Wish claimed() {
    return published().claim(STUDENT, null, ClaimerKind.STUDENT, NOW);
  }

  private static Wish fulfilled() {
    return claimed().approve(WORKER, RULES, NOW).contact(NOW).fulfil("灯换好了", NOW);
  }

  private static Wish confirmed() {
    return fulfilled().confirm(Confirmation.WISHER, NOW);
  }

  private static Collection<WishFact> facts(Wish wish) {
    return wish.announced();
  }

  private static long counted(Wish wish, String figure) {
    return facts(wish).stream()
        .flatMap(fact -> fact.measures().stream())
        .filter(measure -> measure.figure().equals(figure))
        .mapToLong(measure -> measure.amount())
        .sum();
  }

  private static java.util.function.Consumer<Throwable> refused(String code) {
    return thrown ->
        assertThat(thrown)
            .isInstanceOfSatisfying(
                Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
