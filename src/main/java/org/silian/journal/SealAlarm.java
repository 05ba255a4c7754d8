package org.silian.journal;

import java.time.LocalDate;

/**
 * Told where the seals of a district need a person. Implemented by the module that can tell people.
 */
public interface SealAlarm {

  /** Entries waited for a seal that this program has not written, or that are gone. */
  void refused(Subject seal);

  /** The seal kept in the data folder is not in the chain: an older state, or a forged one. */
  void forked(Subject seal);

  /** The seal of the day did not reach a target outside; it is tried again. */
  void undelivered(Subject seal, SealTarget target, LocalDate day);
}
