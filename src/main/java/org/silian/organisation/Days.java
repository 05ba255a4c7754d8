package org.silian.organisation;

import java.time.Instant;
import java.time.LocalDate;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;

/** What papers say happened on a day. */
public final class Days {

  private static final int EARLIEST = 1949;
  private static final int LATEST = 2149;

  private Days() {}

  /** When what is dated on the day happened: now, if that is today; else as the day began. */
  public static Instant moment(LocalDate day, Instant now) {
    return day.equals(District.day(now)) ? now : District.start(day);
  }

  /**
   * Refuses a day that can only be a slip of the pen.
   *
   * @throws Refusal {@code organisation.unlikely-day}
   */
  public static void refuseUnlikely(LocalDate day, String field) {
    if (day.getYear() < EARLIEST || day.getYear() > LATEST) {
      throw Refusal.invalid("organisation.unlikely-day", field);
    }
  }
}
