package org.silian.alliance;

/** How the number of voting members is found without which a body cannot decide. */
enum Quorum {
  MORE_THAN_HALF,
  TWO_THIRDS,
  /** A number that the rule names. */
  FIXED
}
