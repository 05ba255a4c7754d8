package org.silian.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Coordinate;
import org.silian.territory.SchematicPlan.Cell;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The district's boundary, and the schematic (示意) cells of its communities inside it. */
@Component
public class DistrictMap {

  private static final int DISTRICT_DIGITS = 6;

  private final JdbcClient jdbc;

  /** Cutting takes some tenths of a second, and the codes change once a year. */
  private final Map<List<String>, SchematicPlan> plans = new ConcurrentHashMap<>();

  DistrictMap(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The boundary; absent where none is shipped. */
  Optional<Shape> boundary() {
    return boundary(codes());
  }

  /** The communities and villages in force, by code. */
  Map<String, Cell> cells() {
    return plan(codes()).cells();
  }

  /**
   * Kilometres, with one decimal, between the places of communities on the plan, by code.
   *
   * @return nothing where the code is not that of a community or village
   */
  Map<String, Double> kilometresFrom(String code) {
    var cells = cells();
    var here = cells.get(code);
    if (here == null) {
      return Map.of();
    }
    var kilometres = new LinkedHashMap<String, Double>();
    cells.forEach((c, cell) -> kilometres.put(c, Ground.kilometres(here.point(), cell.point())));
    return kilometres;
  }

  /** The whole of a community's cell, cut into parts of one size. */
  public List<Shape> parts(String community, int number) {
    var cell = cells().get(community);
    return cell == null ? List.of() : cut(cell.shape(), number);
  }

  /**
   * The whole district, cut into parts of one size around some of its communities: each other
   * community goes with the nearest of them.
   *
   * @param numbers how many parts, by the code of the community around which they lie
   */
  public Map<String, List<Shape>> partsAround(Map<String, Integer> numbers) {
    var cells = cells();
    var around = new LinkedHashMap<String, Collection<Shape>>();
    cells
        .values()
        .forEach(
            cell ->
                around
                    .computeIfAbsent(
                        nearest(cell.point(), numbers.keySet(), cells), c -> new ArrayList<>())
                    .add(cell.shape()));
    var parts = new LinkedHashMap<String, List<Shape>>();
    numbers.forEach(
        (code, number) ->
            parts.put(code, cut(Shape.union(around.getOrDefault(code, List.of())), number)));
    return parts;
  }

  private static List<Shape> cut(Shape area, int number) {
    return Cutting.cut(area, java.util.Collections.nCopies(number, 1));
  }

  private static String nearest(
      Coordinate point, Collection<String> codes, Map<String, Cell> cells) {
    return codes.stream()
        .filter(cells::containsKey)
        .min(
            Comparator.<String>comparingDouble(code -> point.distance(place(cells, code)))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static Coordinate place(Map<String, Cell> cells, String code) {
    var cell = cells.get(code);
    return cell == null ? new Coordinate() : cell.point();
  }

  private SchematicPlan plan(List<String> codes) {
    return plans.computeIfAbsent(
        codes, c -> new SchematicPlan(boundary(c).orElseGet(SchematicPlan::disc), c));
  }

  private static Optional<Shape> boundary(List<String> codes) {
    return codes.isEmpty()
        ? Optional.empty()
        : ShippedBoundary.of(codes.getFirst().substring(0, DISTRICT_DIGITS));
  }

  private List<String> codes() {
    return jdbc.sql(
            """
            select code from territory_division
            where level in ('COMMUNITY', 'VILLAGE') and not statistics_only and valid_to is null
            order by code""")
        .query((row, n) -> row.getString(1))
        .list();
  }
}
