package org.silian.wish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import org.silian.demo.DemoRow;
import org.silian.demo.DemoScene.Community;
import org.silian.journal.Actor;
import org.silian.tenancy.District;

/** A wish to be told: who, where, from which day, and how far it has come. */
record WishPlot(
    Community community,
    DemoRow content,
    LocalDate day,
    WishState end,
    boolean byHerself,
    boolean releasedOnce,
    Actor wisher,
    Actor claimer,
    String thanks,
    int rating,
    long chance) {

  /** The moment at which it was told. */
  Instant at() {
    return moment(day, new Random(chance));
  }

  /** Some moment of a day at which people are up. */
  static Instant moment(LocalDate day, Random chance) {
    return day.atTime(LocalTime.of(8 + chance.nextInt(10), chance.nextInt(60)))
        .atZone(District.ZONE)
        .toInstant();
  }
}
