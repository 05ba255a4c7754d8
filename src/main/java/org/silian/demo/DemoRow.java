package org.silian.demo;

import java.util.Map;

/** A row of a file in {@code resources/demo}. */
public record DemoRow(Map<String, String> cells) {

  /** The cell of a column that the file must have. */
  public String get(String column) {
    var cell = cells.get(column);
    if (cell == null) {
      throw new IllegalArgumentException("No column " + column + " in " + cells.keySet());
    }
    return cell;
  }

  /** The cell of a column that not every file has. */
  public String get(String column, String fallback) {
    return cells.getOrDefault(column, fallback);
  }
}
