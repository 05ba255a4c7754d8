package org.silian.access;

/** The settings of a security profile, with what each profile makes of it. */
public enum SecuritySetting {
  PASSWORD_CLASSES(1, 3),
  PASSWORD_DAYS(0, 90),
  PASSWORD_KEPT(0, 5),
  DORMANT_DAYS(0, 90),
  SINGLE_SESSION(0, 1),
  /** How many ranges of addresses are allowed; 0 where all are. */
  ADMINISTRATOR_ADDRESSES(0, 0),
  /** How many roles need one. */
  SECOND_FACTOR(0, 3),
  SIGN_IN_NOTICE(0, 1);

  private final long standard;
  private final long level3;

  SecuritySetting(long standard, long level3) {
    this.standard = standard;
    this.level3 = level3;
  }

  long of(SecurityProfile profile) {
    return profile == SecurityProfile.LEVEL3 ? level3 : standard;
  }
}
