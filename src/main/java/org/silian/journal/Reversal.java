package org.silian.journal;

import java.util.List;

/**
 * A fact that takes back an earlier one of the same record, with a reason in {@link #words()}. It
 * takes back the measures too, on the day on which they counted.
 */
public interface Reversal extends Fact {

  /** The kind of fact it takes back; the latest of this record that still stands. */
  Class<? extends Fact> reverses();

  @Override
  default List<Measure> measures() {
    return List.of();
  }
}
