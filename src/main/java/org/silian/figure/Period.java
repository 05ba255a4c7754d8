package org.silian.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import org.silian.problem.Refusal;

/**
 * Days from and to, both included; cut into the whole months that roll-ups hold and the days at
 * both ends.
 */
record Period(LocalDate from, LocalDate to) {

  /** Before anything this system counts: members joined, bodies were founded long ago. */
  static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

  Period {
    if (from.isBefore(BEGINNING)) {
      from = BEGINNING;
    }
    if (to.isBefore(from)) {
      throw Refusal.invalid("figure.period", "from");
    }
  }

  static Period until(LocalDate to) {
    return new Period(BEGINNING, to.isBefore(BEGINNING) ? BEGINNING : to);
  }

  /** The first day of the first whole month. */
  LocalDate wholeMonthsFrom() {
    return from.getDayOfMonth() == 1 ? from : YearMonth.from(from).plusMonths(1).atDay(1);
  }

  /** The day after the last whole month. */
  LocalDate wholeMonthsEnd() {
    return YearMonth.from(to.plusDays(1)).atDay(1);
  }

  Period aYearEarlier() {
    return new Period(from.minusYears(1), to.minusYears(1));
  }
}
