package org.silian.exchange;

import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;

/**
 * What would become of a row.
 *
 * @param why it is bad, with the field at fault
 */
public record Verdict(Outcome outcome, @Nullable Refusal why) {

  /** In the order in which people want to read them. */
  public enum Outcome {
    FRESH,
    CHANGED,
    THERE,
    BAD
  }

  /** It would be made. */
  public static Verdict fresh() {
    return new Verdict(Outcome.FRESH, null);
  }

  /** Something that is there would change. */
  public static Verdict changed() {
    return new Verdict(Outcome.CHANGED, null);
  }

  /** All that it says is there already. */
  public static Verdict there() {
    return new Verdict(Outcome.THERE, null);
  }

  /** It cannot be made. */
  public static Verdict bad(Refusal why) {
    return new Verdict(Outcome.BAD, why);
  }

  boolean isToBeMade() {
    return outcome == Outcome.FRESH || outcome == Outcome.CHANGED;
  }
}
