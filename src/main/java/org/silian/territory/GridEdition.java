package org.silian.territory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a grid was from a day on. */
record GridEdition(
    int number, LocalDate from, String name, @Nullable Integer households, @Nullable Shape shape) {

  GridEdition with(LocalDate day, Shape newShape) {
    return new GridEdition(number + 1, day, name, households, newShape);
  }

  GridEdition with(LocalDate day, String newName, @Nullable Integer newHouseholds) {
    return new GridEdition(number + 1, day, newName, newHouseholds, shape);
  }
}
