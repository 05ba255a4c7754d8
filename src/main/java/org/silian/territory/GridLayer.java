package org.silian.territory;

/** Grids of different layers overlap, and one person works in several (R-GRD-04). */
public enum GridLayer {
  GOVERNANCE,
  /** 党建网格; larger than a governance grid, and not the same. */
  PARTY,
  POLICE,
  /** 专属网格: a campus, a market, a firm. */
  SPECIAL
}
