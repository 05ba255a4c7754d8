package org.silian.alliance;

/** Why somebody no longer sits on a seat. */
enum SittingEnd {
  /** The post that justified it is no longer held. */
  POST_ENDED,
  /** The term is over. */
  TERM_OVER,
  /** The secretariat has ended it. */
  RELEASED,
  BODY_DISSOLVED
}
