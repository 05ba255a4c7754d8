package org.silian.access;

import java.time.Duration;

/**
 * How often something may be tried. Limits for an address are wide, because a whole university may
 * stand behind one.
 */
enum RateLimit {
  CODES_TO_PHONE_IN_A_MINUTE(1, Duration.ofMinutes(1)),
  CODES_TO_PHONE(6, Duration.ofHours(1)),
  CODES_FROM_ADDRESS(200, Duration.ofHours(1)),
  SIGN_INS_OF_PHONE(20, Duration.ofMinutes(10)),
  SIGN_INS_FROM_ADDRESS(300, Duration.ofMinutes(10)),
  REGISTRATIONS_FROM_ADDRESS(200, Duration.ofHours(1)),
  RESETS_OF_PHONE(10, Duration.ofHours(1)),
  LINKS_FROM_ADDRESS(60, Duration.ofMinutes(10)),
  INVITATIONS_TO_PHONE(3, Duration.ofHours(1)),
  INVITATIONS_OF_PERSON(200, Duration.ofHours(1));

  private final int times;
  private final Duration window;

  RateLimit(int times, Duration window) {
    this.times = times;
    this.window = window;
  }

  int times() {
    return times;
  }

  Duration window() {
    return window;
  }
}
