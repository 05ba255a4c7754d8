package org.silian.territory;

/** What a division is; follows from its code alone. */
public enum DivisionLevel {
  DISTRICT,
  STREET,
  /** 镇, and 乡 where a district has any. */
  TOWN,
  SPECIAL_UNIT,
  COMMUNITY,
  VILLAGE
}
