package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedAttemptsTests {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  @Test
  void theFifthFailureLocksForTenMinutes() {
    var four = failed(4);
    var five = four.failed(NOON);

    assertThat(four.isLocked(NOON)).isFalse();
    assertThat(five.isLocked(NOON.plus(Duration.ofMinutes(10)).minusMillis(1))).isTrue();
    assertThat(five.isLocked(NOON.plus(Duration.ofMinutes(10)))).isFalse();
  }

  @Test
  void afterALockFiveMoreAreAllowed() {
    var later = NOON.plus(Duration.ofMinutes(11));
    var again = failed(5).failed(later).failed(later).failed(later).failed(later);

    assertThat(again.isLocked(later)).isFalse();
    assertThat(again.failed(later).isLocked(later)).isTrue();
  }

  @Test
  void failuresOfYesterdayAreForgotten() {
    var tomorrow = NOON.plus(Duration.ofDays(1));

    assertThat(failed(4).failed(tomorrow).isLocked(tomorrow)).isFalse();
  }

  private static FailedAttempts failed(int times) {
    var attempts = new FailedAttempts(0, null, NOON);
    for (int i = 0; i < times; i++) {
      attempts = attempts.failed(NOON);
    }
    return attempts;
  }
}
