package org.silian.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wrong passwords given for one phone since the last right one.
 *
 * @param failures how many, since the last lock
 * @param lockedUntil when the lock opens; absent where there was none
 * @param lastAt when the last was given
 */
record FailedAttempts(int failures, @Nullable Instant lockedUntil, Instant lastAt) {

  static final int ALLOWED = 5;
  static final Duration LOCK = Duration.ofMinutes(10);

  /** After this time without another, failures are forgotten. */
  static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** With one more failure; the fifth locks. */
  FailedAttempts failed(Instant now) {
    boolean fresh = lockedUntil != null || !now.isBefore(lastAt.plus(FORGOTTEN_AFTER));
    int count = fresh ? 1 : failures + 1;
    return new FailedAttempts(count, count >= ALLOWED ? now.plus(LOCK) : null, now);
  }
}
