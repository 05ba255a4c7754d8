package org.silian.territory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.silian.territory.GridHomes.Home;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers and codes of grids in their communities (R-GRD-03). */
@Component
class GridCodes {

  private final GridHomes homes;
  private final MapProperties properties;
  private final JdbcClient jdbc;

  GridCodes(GridHomes homes, MapProperties properties, JdbcClient jdbc) {
    this.homes = homes;
    this.properties = properties;
    this.jdbc = jdbc;
  }

  /** Whether a new grid could have this code; for a file that is only looked at. */
  void refuseUnlikely(@Nullable String code, UUID organisation) {
    if (code != null) {
      var home = homes.home(organisation);
      if (home.isEmpty()) {
        throw Refusal.invalid("territory.grid-code", "code");
      }
      number(home.get(), code);
    }
  }

  /** Where a new grid is numbered: with the code that somebody gave, or with the next number. */
  Grid.Place place(GridLayer layer, Home home, @Nullable String given) {
    int number = given == null ? next(layer, home) : number(home, given);
    if (number > properties.lastNumber()) {
      throw Refusal.ruleBroken("territory.grids-full");
    }
    return new Grid.Place(home.community(), number, code(home, number));
  }

  private int next(GridLayer layer, Home home) {
    return jdbc.sql(
            """
            select coalesce(max(number), 0) + 1 from territory_grid
            where community_id = ? and layer = ?""")
        .params(home.community(), layer.name())
        .query((row, n) -> row.getInt(1))
        .single();
  }

  /** The number in a code that somebody gave (R-GRD-03). */
  private int number(Home home, String code) {
    var division = home.division();
    var tail =
        division != null && code.startsWith(division) ? code.substring(division.length()) : "";
    if (!tail.matches("\\d{%d}".formatted(properties.gridDigits()))
        || Integer.parseInt(tail) == 0) {
      throw Refusal.invalid("territory.grid-code", "code");
    }
    return Integer.parseInt(tail);
  }

  /** The code of a number in a community; none where the community has no division. */
  @Nullable String code(Home home, int number) {
    return home.division() == null
        ? null
        : home.division() + ("%0" + properties.gridDigits() + "d").formatted(number);
  }
}
