package org.silian.alliance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a document holds on a day. */
enum JointDocumentState {
  NOT_YET,
  IN_FORCE,
  EXPIRED,
  REVOKED;

  static JointDocumentState on(
      LocalDate day, LocalDate from, @Nullable LocalDate to, @Nullable LocalDate revoked) {
    if (revoked != null && !day.isBefore(revoked)) {
      return REVOKED;
    }
    if (day.isBefore(from)) {
      return NOT_YET;
    }
    return to != null && day.isAfter(to) ? EXPIRED : IN_FORCE;
  }
}
