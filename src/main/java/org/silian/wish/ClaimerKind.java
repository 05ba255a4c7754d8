package org.silian.wish;

import org.silian.permission.Role;

/** Who claims: the figure of fulfilled wishes is told apart by it. */
enum ClaimerKind {
  UNIT,
  STUDENT,
  VOLUNTEER,
  RESIDENT;

  static ClaimerKind of(Role role) {
    return switch (role) {
      case UNIVERSITY_LIAISON, PARTNER_LIAISON -> UNIT;
      case STUDENT -> STUDENT;
      case VOLUNTEER -> VOLUNTEER;
      default -> RESIDENT;
    };
  }
}
