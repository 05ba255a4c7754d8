package org.silian.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.silian.problem.Refusal;

/** How a period is cut into whole months and the days at both ends. */
class PeriodTests {

  @Test
  void everyDayIsReadOnceFromMonthsOrFromDays() {
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      var from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800));
      var to = from.plusDays(random.nextInt(120));
      var period = new Period(from, to);
      var months = period.wholeMonthsFrom();
      var end = period.wholeMonthsEnd();
      var read = new ArrayList<LocalDate>();
      for (var day = from.minusDays(40); day.isBefore(to.plusDays(40)); day = day.plusDays(1)) {
        var month = day.withDayOfMonth(1);
        if (!month.isBefore(months) && month.isBefore(end)) {
          read.add(day);
        }
        if (within(day, from, least(to, months.minusDays(1)))
            || within(day, greatest(greatest(from, end), months), to)) {
          read.add(day);
        }
      }
      assertThat(read).as("%s", period).isEqualTo(from.datesUntil(to.plusDays(1)).toList());
    }
  }

  @Test
  void aPeriodDoesNotEndBeforeItBegins() {
    var day = LocalDate.of(2026, 3, 1);
    assertThatThrownBy(() -> new Period(day, day.minusDays(1))).isInstanceOf(Refusal.class);
    assertThat(new Period(day, day).wholeMonthsFrom()).isEqualTo(day);
  }

  private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static LocalDate least(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static LocalDate greatest(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? b : a;
  }
}
