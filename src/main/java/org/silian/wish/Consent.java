package org.silian.wish;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The wisher's consent to what is done with her data (R-PI-05), or for a child the guardian's
 * (R-PI-07).
 *
 * @param noticeVersion the privacy notice that was shown or read aloud
 * @param how by which way it was given
 * @param at when
 */
record Consent(String noticeVersion, How how, Instant at) {

  /** The way in which consent was given. */
  enum How {
    SELF,
    ORAL,
    PAPER
  }

  /** As exact as the database is, so that it reads the same before and after it was kept. */
  Consent {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
