package org.silian.journal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure a module declares. Its name, definition and formula for people stand in the module's
 * messages under {@code figure.<id>.name}, {@code .definition} and {@code .formula}.
 *
 * @param id stable; the handbook's number where the figure has one ({@code N33})
 * @param kind how it adds up
 * @param unit a code with a text under {@code figure.unit.<unit>}
 * @param numerator of a ratio: a flow
 * @param denominator of a ratio: the flows that make it up together
 */
public record FigureDefinition(
    String id, Kind kind, String unit, @Nullable String numerator, Set<String> denominator) {

  /** How a figure adds up. */
  public enum Kind {
    /** How many there are at a date: everything ever added and taken away until then. */
    STOCK,
    /** How many there were in a period. */
    FLOW,
    /** One flow in percent of others, over the same period. */
    RATIO
  }

  /** A stock, counted in {@code unit}. */
  public static FigureDefinition stock(String id, String unit) {
    return new FigureDefinition(id, Kind.STOCK, unit, null, Set.of());
  }

  /** A flow, counted in {@code unit}. */
  public static FigureDefinition flow(String id, String unit) {
    return new FigureDefinition(id, Kind.FLOW, unit, null, Set.of());
  }

  /** {@code numerator ÷ (sum of denominator)} in percent. */
  public static FigureDefinition ratio(String id, String numerator, Set<String> denominator) {
    return new FigureDefinition(id, Kind.RATIO, "percent", numerator, denominator);
  }
}
