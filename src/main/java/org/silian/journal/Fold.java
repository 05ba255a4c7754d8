package org.silian.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Told of every measure that leaves the queue, in the transaction that takes it out. */
public interface Fold {

  /** Adds the sums to whatever is kept of them. */
  void fold(List<Counted> sums);

  /** The sum of a figure's measures at an organisation on a day. */
  record Counted(String figure, UUID organisation, LocalDate day, long amount) {}
}
