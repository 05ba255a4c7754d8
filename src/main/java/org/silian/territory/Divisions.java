package org.silian.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silian.problem.Refusal;
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
  private final DistrictMap map;

  Divisions(JdbcClient jdbc, DistrictMap map) {
    this.jdbc = jdbc;
    this.map = map;
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
   * The places are schematic (示意) and claim nothing about the ground.
   *
   * @return nothing where the code is not that of a community or village
   */
  public Map<String, Double> schematicKilometresFrom(String code) {
    return map.kilometresFrom(code);
  }

  private void save(List<Shipped> divisions) {
    for (var division : divisions) {
      jdbc.sql(
              """
              insert into territory_division
                (code, parent, level, name, official_name, statistics_only, valid_from)
              values (?, ?, ?, ?, ?, ?, ?)""")
          .param(division.code().digits())
          .param(division.parent())
          .param(division.level().name())
          .param(division.name())
          .param(division.officialName())
          .param(division.statisticsOnly())
          .param(EDITION)
          .update();
    }
  }
}
