package org.silian.territory;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Cuts an area into parts of given weights by straight cuts across its longer side, again and
 * again; the first parts lie in the north and in the west. The same every time.
 */
final class Cutting {

  private static final int HALVINGS = 40;
  private static final double DECIMALS = 1e5;

  private Cutting() {}

  /** Parts of an area, in the order of the weights to which their areas are proportional. */
  static List<Shape> cut(Shape area, List<Integer> weights) {
    if (weights.size() == 1) {
      return List.of(area);
    }
    int first = half(weights);
    var before = weights.subList(0, first);
    var after = weights.subList(first, weights.size());
    var envelope = area.geometry().getEnvelopeInternal();
    boolean across =
        envelope.getWidth() * Ground.widthOfDegree(envelope.centre().y) >= envelope.getHeight();
    double share = (double) sum(across ? before : after) / sum(weights);
    double line = line(area, envelope, across, share);
    var low = new Envelope(envelope);
    var high = new Envelope(envelope);
    if (across) {
      low.init(envelope.getMinX(), line, envelope.getMinY(), envelope.getMaxY());
      high.init(line, envelope.getMaxX(), envelope.getMinY(), envelope.getMaxY());
    } else {
      low.init(envelope.getMinX(), envelope.getMaxX(), envelope.getMinY(), line);
      high.init(envelope.getMinX(), envelope.getMaxX(), line, envelope.getMaxY());
    }
    var parts = new ArrayList<>(cut(area.intersection(box(across ? low : high)), before));
    parts.addAll(cut(area.intersection(box(across ? high : low)), after));
    return parts;
  }

  private static Shape box(Envelope envelope) {
    return Shape.of(Shape.FACTORY.toGeometry(envelope));
  }

  /** How many of them come to about half of all. */
  private static int half(List<Integer> weights) {
    int all = sum(weights);
    int best = 1;
    for (int i = 1, sum = 0; i < weights.size(); i++) {
      sum += weights.get(i - 1);
      if (Math.abs(2 * sum - all) < Math.abs(2 * sum(weights.subList(0, best)) - all)) {
        best = i;
      }
    }
    return best;
  }

  private static int sum(List<Integer> weights) {
    return weights.stream().mapToInt(Integer::intValue).sum();
  }

  /** Where to cut so that this share of the area lies below. */
  private static double line(Shape area, Envelope envelope, boolean across, double share) {
    double low = across ? envelope.getMinX() : envelope.getMinY();
    double high = across ? envelope.getMaxX() : envelope.getMaxY();
    double wanted = area.geometry().getArea() * share;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (below(area, across, middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.rint(low * DECIMALS) / DECIMALS;
  }

  private static double below(Shape area, boolean across, double line) {
    double sum = 0;
    var geometry = area.geometry();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      var polygon = (Polygon) geometry.getGeometryN(i);
      sum += below(polygon.getExteriorRing(), across, line);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        sum -= below(polygon.getInteriorRingN(hole), across, line);
      }
    }
    return sum;
  }

  /** The area of a ring on one side of a line, without making the part: overlays are slow. */
  private static double below(LinearRing ring, boolean across, double line) {
    var corners = ring.getCoordinates();
    var kept = new ArrayList<Coordinate>();
    for (int i = 1; i < corners.length; i++) {
      double a = across ? corners[i - 1].x : corners[i - 1].y;
      double b = across ? corners[i].x : corners[i].y;
      if (a <= line) {
        kept.add(corners[i - 1]);
      }
      if (a <= line != b <= line) {
        double at = (line - a) / (b - a);
        kept.add(
            new Coordinate(
                corners[i - 1].x + at * (corners[i].x - corners[i - 1].x),
                corners[i - 1].y + at * (corners[i].y - corners[i - 1].y)));
      }
    }
    double twice = 0;
    for (int i = 0; i < kept.size(); i++) {
      var a = kept.get(i);
      var b = kept.get((i + 1) % kept.size());
      twice += a.x * b.y - b.x * a.y;
    }
    return Math.abs(twice) / 2;
  }
}
