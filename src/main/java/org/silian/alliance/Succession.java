package org.silian.alliance;

/** What becomes of a seat when the post that justifies it changes hands. */
enum Succession {
  /** Whoever takes up the post takes the seat. */
  FOLLOWS,
  /** The body's secretariat is asked first. */
  ASKS
}
