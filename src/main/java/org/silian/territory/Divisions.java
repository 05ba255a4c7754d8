package org.silian.territory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.silian.territory.SchematicPlan.Place;
import org.silian.territory.ShippedDivisions.Shipped;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The divisions of the district. Those that exist only in statistics are never given out. */
@Component
public class Divisions {

  /** The shipped edition is the one of 2023; when each unit really began, it does not say. */
  private static final LocalDate EDITION = LocalDate.of(2023, 1, 1);

  private static final String VISIBLE =
      """
      select code, parent, level, name from territory_division
      where not statistics_only and valid_to is null""";

  private final JdbcClient jdbc;

  Divisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the product has the codes of a district (six digits). */
  public boolean ships(String district) {
    return ShippedDivisions.has(district);
  }

  /**
   * Imports the shipped codes of a district, the first time it is asked to.
   *
   * @param district six digits
   * @return all its divisions in force, parents first
   * @throws Refusal {@code territory.not-shipped} where the product has no codes of it
   */
  @Transactional
  public List<Division> load(String district) {
    if (jdbc.sql("select code from territory_division where code = ?")
        .param(district)
        .query((row, n) -> row.getString(1))
        .optional()
        .isEmpty()) {
      save(ShippedDivisions.of(district));
    }
    return jdbc.sql(VISIBLE + " and starts_with(code, ?) order by length(code), code")
        .param(district)
        .query(new SimplePropertyRowMapper<>(Division.class))
        .list();
  }

  /** A division in force. */
  public Optional<Division> find(String code) {
    return jdbc.sql(VISIBLE + " and code = ?")
        .param(code)
        .query(new SimplePropertyRowMapper<>(Division.class))
        .optional();
  }

  /**
   * Kilometres, with one decimal, from a community or village to each, itself included, by code.
   * The positions are schematic (示意) and claim nothing about the ground.
   *
   * @return nothing where the code is not that of a community or village
   */
  public Map<String, Double> schematicKilometresFrom(String code) {
    var places = new LinkedHashMap<String, Place>();
    jdbc.sql(
            """
            select code, schematic_x, schematic_y from territory_division
            where schematic_x is not null and not statistics_only and valid_to is null
            order by code""")
        .query(
            row -> {
              places.put(row.getString(1), new Place(row.getDouble(2), row.getDouble(3)));
            });
    var here = places.get(code);
    if (here == null) {
      return Map.of();
    }
    var kilometres = new LinkedHashMap<String, Double>();
    places.forEach((there, place) -> kilometres.put(there, here.kilometresTo(place)));
    return kilometres;
  }

  private void save(List<Shipped> divisions) {
    var streets = new HashMap<@Nullable String, Integer>();
    var communities = new HashMap<@Nullable String, Integer>();
    for (var division : divisions) {
      var place =
          switch (division.level()) {
            case COMMUNITY, VILLAGE ->
                SchematicPlan.of(
                    streets.computeIfAbsent(division.parent(), street -> streets.size()),
                    communities.merge(division.parent(), 1, Integer::sum) - 1);
            default -> null;
          };
      jdbc.sql(
              """
              insert into territory_division (code, parent, level, name, official_name,
                statistics_only, valid_from, schematic_x, schematic_y)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .param(division.code().digits())
          .param(division.parent())
          .param(division.level().name())
          .param(division.name())
          .param(division.officialName())
          .param(division.statisticsOnly())
          .param(EDITION)
          .param(place == null ? null : place.x())
          .param(place == null ? null : place.y())
          .update();
    }
  }
}
