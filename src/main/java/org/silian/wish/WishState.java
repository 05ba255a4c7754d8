package org.silian.wish;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The life of a wish (handbook 2.2). Which step leads where is told by {@link WishStep}. */
enum WishState {
  COLLECTED,
  REJECTED,
  VERIFIED,
  PUBLISHED,
  CLAIMED,
  APPROVED,
  CONTACTED,
  FULFILLED,
  CONFIRMED,
  CLOSED,
  WITHDRAWN;

  /** States in which nothing more is expected of anybody. */
  static final Set<WishState> ENDED = EnumSet.of(REJECTED, CLOSED, WITHDRAWN);

  /** States in which the claimer may know whom to visit. */
  static final Set<WishState> CONTACT_RELEASED = EnumSet.of(APPROVED, CONTACTED, FULFILLED);

  /** The steps that lead on from here. */
  Set<WishStep> steps() {
    var steps = EnumSet.noneOf(WishStep.class);
    Arrays.stream(WishStep.values()).filter(step -> step.from().contains(this)).forEach(steps::add);
    return steps;
  }
}
