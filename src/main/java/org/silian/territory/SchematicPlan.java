package org.silian.territory;

/**
 * Places communities on a plan of which only one thing is meant to be true: communities of one
 * street lie near each other. Streets stand in the order of their codes like seeds in a sunflower,
 * and so do the communities around the middle of their street.
 */
final class SchematicPlan {

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  private static final double BETWEEN_STREETS = 3.0;
  private static final double BETWEEN_COMMUNITIES = 0.4;

  private SchematicPlan() {}

  /** A place on the plan, in kilometres from its middle. */
  record Place(double x, double y) {

    /** Kilometres as the crow flies, with one decimal. */
    double kilometresTo(Place other) {
      return Math.round(Math.hypot(x - other.x, y - other.y) * 10) / 10.0;
    }

    private Place plus(Place other) {
      return new Place(x + other.x, y + other.y);
    }
  }

  /**
   * The place of a community.
   *
   * @param street which of the streets it lies in, from 0
   * @param order which of that street's communities it is, from 0
   */
  static Place of(int street, int order) {
    return seed(street, BETWEEN_STREETS).plus(seed(order, BETWEEN_COMMUNITIES));
  }

  private static Place seed(int n, double spacing) {
    double radius = spacing * Math.sqrt(n + 0.5);
    return new Place(radius * Math.cos(n * GOLDEN_ANGLE), radius * Math.sin(n * GOLDEN_ANGLE));
  }
}
