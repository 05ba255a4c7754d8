package org.silian.city;

import org.jspecify.annotations.Nullable;

/**
 * A number as it leaves the district.
 *
 * @param division the code of a street or town; empty for the district's total, {@code other} for
 *     what is counted in the district but in none of them
 * @param name of the street, town or district
 * @param unit its code
 * @param amount absent where masked
 */
record CityCell(String figure, String division, String name, String unit, @Nullable Long amount) {

  static final String TOTAL = "";
  static final String OTHER = "other";
}
