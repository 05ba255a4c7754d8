package org.silian.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a feature of a GeoJSON file says of a grid. */
final class GridFeature {

  private GridFeature() {}

  static Outline outline(JsonNode geometry) {
    try {
      var coordinates = geometry.path("coordinates");
      return switch (geometry.path("type").asString("")) {
        case "Polygon" ->
            Outline.of(
                new double[][][][] {
                  JsonMapper.shared().treeToValue(coordinates, double[][][].class)
                });
        case "MultiPolygon" ->
            Outline.of(JsonMapper.shared().treeToValue(coordinates, double[][][][].class));
        default -> throw Refusal.invalid("territory.shape", "shape");
      };
    } catch (JacksonException e) {
      throw Refusal.invalid("territory.shape", "shape");
    }
  }

  static @Nullable Integer households(JsonNode feature) {
    var value = text(feature, "households", "户数");
    if (value == null) {
      return null;
    }
    try {
      return Integer.valueOf(value);
    } catch (NumberFormatException e) {
      throw Refusal.invalid("territory.households", "households");
    }
  }

  /** A property by its name, or by the one it has in files of other systems. */
  static @Nullable String text(JsonNode feature, String name, String other) {
    var properties = feature.path("properties");
    for (var each : List.of(name, other)) {
      var value = properties.path(each);
      if (value.isValueNode() && !value.isNull() && !value.asString("").isBlank()) {
        return value.asString("").strip();
      }
    }
    return null;
  }
}
