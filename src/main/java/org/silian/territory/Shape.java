package org.silian.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.silian.problem.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** An area on the ground: valid polygons in WGS 84, to six decimals of a degree (0.1 m). */
public final class Shape {

  private static final int WGS_84 = 4326;
  private static final double DECIMALS = 1e6;
  private static final int MOST_POLYGONS = 50;
  private static final int MOST_CORNERS = 2_000;
  private static final int FEWEST_CORNERS = 3;
  private static final String FIELD = "shape";

  static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(DECIMALS), WGS_84);

  private final MultiPolygon geometry;

  private Shape(MultiPolygon geometry) {
    this.geometry = geometry;
  }

  /**
   * An area that somebody drew or sent.
   *
   * @throws Refusal {@code territory.shape}, {@code territory.shape-corners} and others, which name
   *     the place of the fault
   */
  static Shape drawn(Outline outline) {
    if (!outline.type().equals(Outline.TYPE)) {
      throw Refusal.invalid("territory.shape", FIELD);
    }
    long corners =
        Arrays.stream(outline.coordinates())
            .flatMap(Arrays::stream)
            .mapToLong(ring -> ring.length)
            .sum();
    if (outline.coordinates().length > MOST_POLYGONS || corners > MOST_CORNERS) {
      throw Refusal.invalid("territory.shape-large", FIELD).with("most", MOST_CORNERS);
    }
    var shape = new Shape(polygons(outline.coordinates()));
    var fault = new IsValidOp(shape.geometry).getValidationError();
    if (fault != null) {
      throw at(Refusal.invalid("territory.shape-crosses", FIELD), fault.getCoordinate());
    }
    if (shape.squareMetres() < 1) {
      throw Refusal.invalid("territory.shape-corners", FIELD);
    }
    return shape;
  }

  /** What {@link #text()} gave. */
  static Shape read(String text) {
    return new Shape(polygons(JsonMapper.shared().readValue(text, double[][][][].class)));
  }

  /** What is kept, to look at: as it is, or coarser by so many degrees where a map shows much. */
  static Outline shown(String text, double degrees) {
    var coordinates = JsonMapper.shared().readValue(text, double[][][][].class);
    return degrees == 0
        ? Outline.of(coordinates)
        : new Shape(polygons(coordinates)).simplified(degrees).outline();
  }

  /** The polygons of a geometry; lines and points, where areas only touch, fall away. */
  static Shape of(Geometry geometry) {
    @SuppressWarnings("unchecked")
    List<Polygon> polygons = PolygonExtracter.getPolygons(geometry);
    return new Shape(
        FACTORY.createMultiPolygon(
            polygons.stream()
                .filter(p -> !p.isEmpty())
                .map(p -> polygon(rings(p)))
                .toArray(Polygon[]::new)));
  }

  /** All of them together. */
  public static Shape union(Collection<Shape> shapes) {
    return of(
        OverlayNGRobust.union(shapes.stream().<Geometry>map(Shape::geometry).toList(), FACTORY));
  }

  Shape intersection(Shape other) {
    return of(OverlayNGRobust.overlay(geometry, other.geometry, OverlayNG.INTERSECTION));
  }

  Shape without(Shape other) {
    return of(OverlayNGRobust.overlay(geometry, other.geometry, OverlayNG.DIFFERENCE));
  }

  /** Each of its polygons as a shape of its own. */
  List<Shape> parts() {
    var parts = new ArrayList<Shape>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      parts.add(of(geometry.getGeometryN(i)));
    }
    return parts;
  }

  /** With fewer corners, none farther than so many degrees from where it was: to look at alone. */
  Shape simplified(double degrees) {
    return of(TopologyPreservingSimplifier.simplify(geometry, degrees));
  }

  MultiPolygon geometry() {
    return geometry;
  }

  /** A point inside its largest polygon. */
  Coordinate inside() {
    return parts().stream()
        .map(Shape::geometry)
        .max((a, b) -> Double.compare(a.getArea(), b.getArea()))
        .map(largest -> largest.getInteriorPoint().getCoordinate())
        .orElseThrow();
  }

  long squareMetres() {
    return Math.round(Ground.squareMetres(geometry));
  }

  int corners() {
    return geometry.getNumPoints();
  }

  boolean isEmpty() {
    return geometry.isEmpty();
  }

  boolean sameAs(Shape other) {
    return geometry.equalsNorm(other.geometry);
  }

  Outline outline() {
    return Outline.of(coordinates());
  }

  /** As it is kept. */
  String text() {
    return JsonMapper.shared().writeValueAsString(coordinates());
  }

  private double[][][][] coordinates() {
    var polygons = new double[geometry.getNumGeometries()][][][];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = rings((Polygon) geometry.getGeometryN(i));
    }
    return polygons;
  }

  private static double[][][] rings(Polygon polygon) {
    var rings = new double[1 + polygon.getNumInteriorRing()][][];
    rings[0] = corners(polygon.getExteriorRing());
    for (int i = 1; i < rings.length; i++) {
      rings[i] = corners(polygon.getInteriorRingN(i - 1));
    }
    return rings;
  }

  private static double[][] corners(LinearRing ring) {
    return Arrays.stream(ring.getCoordinates())
        .map(corner -> new double[] {corner.x, corner.y})
        .toArray(double[][]::new);
  }

  private static MultiPolygon polygons(double[][][][] coordinates) {
    if (coordinates.length == 0) {
      throw Refusal.invalid("territory.shape-corners", FIELD);
    }
    return FACTORY.createMultiPolygon(
        Arrays.stream(coordinates).map(Shape::polygon).toArray(Polygon[]::new));
  }

  private static Polygon polygon(double[][][] rings) {
    if (rings.length == 0) {
      throw Refusal.invalid("territory.shape-corners", FIELD);
    }
    return FACTORY.createPolygon(
        ring(rings[0], true),
        Arrays.stream(rings).skip(1).map(hole -> ring(hole, false)).toArray(LinearRing[]::new));
  }

  /** Closed, without corners twice in a row, the outer ring counter-clockwise (RFC 7946). */
  private static LinearRing ring(double[][] corners, boolean outer) {
    var all = new ArrayList<Coordinate>(corners.length + 1);
    for (var corner : corners) {
      all.add(corner(corner));
    }
    if (!all.isEmpty() && !all.getFirst().equals2D(all.getLast())) {
      all.add(all.getFirst().copy());
    }
    var ring = CoordinateArrays.removeRepeatedPoints(all.toArray(Coordinate[]::new));
    if (Arrays.stream(ring).distinct().count() < FEWEST_CORNERS) {
      var fault = Refusal.invalid("territory.shape-corners", FIELD);
      throw ring.length == 0 ? fault : at(fault, ring[0]);
    }
    if (Orientation.isCCW(ring) != outer) {
      CoordinateArrays.reverse(ring);
    }
    return FACTORY.createLinearRing(ring);
  }

  private static Coordinate corner(double[] corner) {
    if (corner.length < 2 || !(Math.abs(corner[0]) <= 180) || !(Math.abs(corner[1]) <= 90)) {
      throw Refusal.invalid("territory.shape-bounds", FIELD).with("place", Arrays.toString(corner));
    }
    return new Coordinate(
        Math.rint(corner[0] * DECIMALS) / DECIMALS, Math.rint(corner[1] * DECIMALS) / DECIMALS);
  }

  private static Refusal at(Refusal fault, Coordinate place) {
    return fault.with("place", "%.5f, %.5f".formatted(place.x, place.y));
  }
}
