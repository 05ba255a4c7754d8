package org.silian.territory;

import java.util.Arrays;

/**
 * The geometry of a GeoJSON MultiPolygon (RFC 7946), in WGS 84, longitude before latitude.
 *
 * @param type {@code MultiPolygon}
 * @param coordinates polygons of rings of corners, the outer ring first
 */
public record Outline(String type, double[][][][] coordinates) {

  static final String TYPE = "MultiPolygon";

  static Outline of(double[][][][] coordinates) {
    return new Outline(TYPE, coordinates);
  }

  @Override
  public String toString() {
    return type + Arrays.deepToString(coordinates);
  }
}
