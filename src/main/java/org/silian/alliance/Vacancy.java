package org.silian.alliance;

/** What is to come of a seat on which nobody sits. */
enum Vacancy {
  /** Whoever takes up its post next takes it, or is asked about. */
  AWAITS,
  /** The secretariat is asked who takes it. */
  ASKED,
  /** The secretariat has left it vacant. */
  LEFT
}
