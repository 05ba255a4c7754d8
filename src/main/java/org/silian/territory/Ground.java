package org.silian.territory;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Measures on the ground, good to some tenths of a per cent within a district. */
final class Ground {

  private static final double METRES_PER_DEGREE = Math.toRadians(6_371_008.8);

  private Ground() {}

  static double squareMetres(Geometry geometry) {
    if (geometry.isEmpty()) {
      return 0;
    }
    double latitude = geometry.getEnvelopeInternal().centre().y;
    return geometry.getArea() * widthOfDegree(latitude) * METRES_PER_DEGREE * METRES_PER_DEGREE;
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
