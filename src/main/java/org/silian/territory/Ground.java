package org.silian.territory;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Measures on the ground, taken as a sphere: good to some tenths of a per cent. */
final class Ground {

  private static final double RADIUS = 6_371_008.8;
  private static final double METRES_PER_DEGREE = Math.toRadians(RADIUS);

  private Ground() {}

  /** What is cut into parts has the area of all its parts. */
  static double squareMetres(MultiPolygon polygons) {
    double sum = 0;
    for (int i = 0; i < polygons.getNumGeometries(); i++) {
      var polygon = (Polygon) polygons.getGeometryN(i);
      sum += squareMetres(polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        sum -= squareMetres(polygon.getInteriorRingN(hole));
      }
    }
    return sum;
  }

  private static double squareMetres(LinearRing ring) {
    double sum = 0;
    for (int i = 1; i < ring.getNumPoints(); i++) {
      var a = ring.getCoordinateN(i - 1);
      var b = ring.getCoordinateN(i);
      sum +=
          Math.toRadians(b.x - a.x)
              * (2 + Math.sin(Math.toRadians(a.y)) + Math.sin(Math.toRadians(b.y)));
    }
    return Math.abs(sum) * RADIUS * RADIUS / 2;
  }

  /** As the crow flies, with one decimal. */
  static double kilometres(Coordinate a, Coordinate b) {
    double east = (a.x - b.x) * widthOfDegree((a.y + b.y) / 2);
    return Math.round(Math.hypot(east, a.y - b.y) * METRES_PER_DEGREE / 100) / 10.0;
  }

  /** Of a degree of longitude, in degrees of latitude. */
  static double widthOfDegree(double latitude) {
    return Math.cos(Math.toRadians(latitude));
  }
}
