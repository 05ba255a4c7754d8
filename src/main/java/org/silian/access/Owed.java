package org.silian.access;

/** What a session that is half in still owes before it opens anything. */
enum Owed {
  /** The second factor that the person has. */
  SECOND_FACTOR,
  /** A second factor at all, which her posts demand. */
  ENROLMENT,
  /** Another password: the one she has is too old. */
  PASSWORD
}
