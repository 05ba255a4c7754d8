package org.silian.privacy;

import java.time.Instant;

/**
 * How long one kind of thing is kept (R-PI-12). Each run is proved by a line with the number of
 * rows and nothing about them. Its name is the text {@code rule.<id>}. Running it again changes
 * nothing.
 */
public interface RetentionRule {

  /** For instance {@code notice.old}. */
  String id();

  /** What is older than this is forgotten now. */
  Instant before(Instant now);

  /**
   * Forgets what is older, in the current district.
   *
   * @return how many rows
   */
  long forget(Instant before);
}
