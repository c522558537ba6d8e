package io.github.inceptionlens.circuit.stimulus;

import io.github.inceptionlens.core.geometry.Turn;

/** An area in the plane, x to the right and y up. */
@FunctionalInterface
interface Outline {

  /**
   * The distance to the area's border, positive within; far from the border it may be less.
   *
   * @return changes by no more than the way from one place to another
   */
  double distance(double x, double y);

  /** All of the plane. */
  static Outline everywhere() {
    return (x, y) -> Double.POSITIVE_INFINITY;
  }

  /** What lies to the left of the x axis, seen along it. */
  static Outline left() {
    return (x, y) -> y;
  }

  /** A disc about the origin. */
  static Outline disc(final double radius) {
    return (x, y) -> radius - Math.hypot(x, y);
  }

  /** A bar along the x axis about the origin. */
  static Outline bar(final double length, final double width) {
    return (x, y) -> Math.min(length / 2 - Math.abs(x), width / 2 - Math.abs(y));
  }

  /** A leg from the origin along the x axis, with round ends. */
  static Outline leg(final double length, final double width) {
    return (x, y) -> width / 2 - Math.hypot(x - Math.max(0, Math.min(length, x)), y);
  }

  /**
   * An arc whose middle is the origin, where it goes along the x axis, and which bends to its left,
   * with round ends.
   *
   * @param curvature one by the radius, 0 for a straight line
   * @param length along the arc; one longer than the circle is the circle
   */
  static Outline arc(final double curvature, final double length, final double width) {
    if (curvature == 0) {
      return (x, y) -> leg(length, width).distance(x + length / 2, y);
    }
    final double radius = 1 / curvature;
    final double half = Math.min(Math.PI, length * curvature / 2);
    final double endX = radius * Math.sin(half);
    final double endY = radius * (1 - Math.cos(half));
    return (x, y) -> {
      final double along = Math.abs(Math.atan2(x, radius - y));
      return width / 2
          - (along <= half
              ? Math.abs(Math.hypot(x, y - radius) - radius)
              : Math.hypot(Math.abs(x) - endX, y - endY));
    };
  }

  /** The disc that a circle bounds which goes through the origin as an arc does. */
  static Outline within(final double curvature) {
    return curvature == 0 ? left() : (x, y) -> disc(1 / curvature).distance(x, y - 1 / curvature);
  }

  /** This area turned about the origin. */
  default Outline turned(final Turn turn) {
    return (x, y) -> distance(turn.backX(x, y), turn.backY(x, y));
  }

  /** What is in either. */
  default Outline or(final Outline other) {
    return (x, y) -> Math.max(distance(x, y), other.distance(x, y));
  }

  /** What is in both. */
  default Outline and(final Outline other) {
    return (x, y) -> Math.min(distance(x, y), other.distance(x, y));
  }
}
