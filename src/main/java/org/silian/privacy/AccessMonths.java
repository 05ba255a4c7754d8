package org.silian.privacy;

import java.time.Clock;
import java.time.YearMonth;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.silian.tenancy.Months;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the months of the access log ahead of time. Without them it goes on in the default part.
 */
@Component
class AccessMonths {

  static final String TABLE = "privacy_access";

  private static final Logger log = LoggerFactory.getLogger(AccessMonths.class);
  private static final int AHEAD = 3;

  private final Months months;
  private final Districts districts;
  private final Clock clock;

  AccessMonths(Months months, Districts districts, Clock clock) {
    this.months = months;
    this.districts = districts;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "${silian.privacy.months-after:PT1M}", fixedDelayString = "P1D")
  void makeEverywhere() {
    for (var district : districts.all()) {
      try {
        district.run(this::make);
      } catch (IllegalStateException e) {
        log.warn("No month was made for the access log of district {}", district.code(), e);
      }
    }
  }

  void make() {
    months.make(TABLE, YearMonth.from(District.day(clock.instant())), AHEAD);
  }
}
