package org.silian.notice;

import java.time.Instant;
import java.time.LocalTime;
import org.silian.tenancy.District;

/** When a person is not to be written to, in Shanghai's hours; may go past midnight. */
record QuietHours(LocalTime from, LocalTime to) {

  static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 30));

  /** The moment itself, or the end of the quiet hours it lies in. */
  Instant after(Instant moment) {
    var local = moment.atZone(District.ZONE);
    var time = local.toLocalTime();
    boolean pastMidnight = from.isAfter(to);
    boolean quiet =
        pastMidnight
            ? !time.isBefore(from) || time.isBefore(to)
            : !time.isBefore(from) && time.isBefore(to);
    if (!quiet) {
      return moment;
    }
    var day = pastMidnight && !time.isBefore(from) ? local.plusDays(1) : local;
    return day.with(to).toInstant();
  }
}
