package org.silian.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.util.GeometryFixer;
import tools.jackson.databind.json.JsonMapper;

/** The boundaries that ship with the product, a file for each district ({@code SOURCES.md}). */
final class ShippedBoundary {

  private static final ConcurrentHashMap<String, Optional<Shape>> KNOWN = new ConcurrentHashMap<>();

  private ShippedBoundary() {}

  /**
   * The boundary of a district; absent where none is shipped.
   *
   * @param district six digits
   */
  static Optional<Shape> of(String district) {
    return KNOWN.computeIfAbsent(district, ShippedBoundary::load);
  }

  private static Optional<Shape> load(String district) {
    var file = "/territory/%s-boundary.geojson".formatted(district);
    try (var stream = ShippedBoundary.class.getResourceAsStream(file)) {
      if (stream == null) {
        return Optional.empty();
      }
      var coordinates =
          JsonMapper.shared().readTree(stream).at("/features/0/geometry/coordinates").toString();
      // Decoded at 0.001°, neighbouring corners may coincide and sides touch.
      return Optional.of(Shape.of(GeometryFixer.fix(Shape.read(coordinates).geometry())));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
