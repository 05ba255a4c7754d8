package org.silian.exchange;

/** What the cells of a field hold. */
public enum CellType {
  TEXT,
  DAY,
  PHONE,
  YUAN,
  YES_NO,
  CHOICE
}
