package org.silian.territory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.util.GeometricShapeFactory;

/**
 * Places communities where only three things are meant to be true: they lie in the district, those
 * of one street lie together, and none overlaps another. The district is cut into its streets and
 * each street into its communities, in the order of their codes and in parts of one size.
 */
final class SchematicPlan {

  private static final int STREET_DIGITS = 9;

  private final Map<String, Cell> cells = new LinkedHashMap<>();

  /**
   * A community on the plan.
   *
   * @param point a point inside, for its name and for distances
   */
  record Cell(Shape shape, Coordinate point) {}

  /**
   * The plan of a district.
   *
   * @param communities codes of 12 digits
   */
  SchematicPlan(Shape boundary, List<String> communities) {
    var streets = new TreeMap<String, List<String>>();
    communities.stream()
        .sorted()
        .forEach(
            code ->
                streets
                    .computeIfAbsent(code.substring(0, STREET_DIGITS), s -> new ArrayList<>())
                    .add(code));
    if (streets.isEmpty()) {
      return;
    }
    var ofStreets = Cutting.cut(boundary, streets.values().stream().map(List::size).toList());
    int street = 0;
    for (var codes : streets.values()) {
      var parts = Cutting.cut(ofStreets.get(street++), codes.stream().map(code -> 1).toList());
      for (int i = 0; i < codes.size(); i++) {
        cells.put(codes.get(i), new Cell(parts.get(i), parts.get(i).inside()));
      }
    }
  }

  /** By code, in the order of the codes. */
  Map<String, Cell> cells() {
    return cells;
  }

  /** What stands for the boundary of a district that ships none: a disc, somewhere in the sea. */
  static Shape disc() {
    var disc = new GeometricShapeFactory(new GeometryFactory());
    disc.setCentre(new Coordinate(0, 0));
    disc.setSize(0.3);
    disc.setNumPoints(64);
    return Shape.of(disc.createCircle());
  }
}
