package org.silian.wish;

import org.silian.problem.Refusal;

/**
 * What a worker checks before a wish goes on; all four must hold. That it is not hardship that is
 * checked is deliberate: no such status is stored.
 */
record WishChecks(boolean real, boolean feasible, boolean withinCap, boolean notOwed) {

  void refuseUnlessAllHold() {
    refuseUnless(real, "real");
    refuseUnless(feasible, "feasible");
    refuseUnless(withinCap, "withinCap");
    refuseUnless(notOwed, "notOwed");
  }

  private static void refuseUnless(boolean checked, String field) {
    if (!checked) {
      throw Refusal.invalid("wish.not-verified", field);
    }
  }
}
