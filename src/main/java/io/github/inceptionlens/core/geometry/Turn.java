package io.github.inceptionlens.core.geometry;

/**
 * A turn about the origin, counterclockwise where y points up; quarters of a turn are exact.
 *
 * @param cosine of its angle
 * @param sine of its angle
 */
public record Turn(double cosine, double sine) {

  private static final int QUARTER = 90;
  private static final int QUARTERS = 4;

  /** The turn by an angle in degrees. */
  public static Turn by(final double degrees) {
    final double quarters = Math.floor(degrees / QUARTER);
    final double rest = Math.toRadians(degrees - quarters * QUARTER);
    final double cosine = Math.cos(rest);
    final double sine = Math.sin(rest);
    return switch ((int) Math.floorMod((long) quarters, (long) QUARTERS)) {
      case 0 -> new Turn(cosine, sine);
      case 1 -> new Turn(-sine, cosine);
      case 2 -> new Turn(-cosine, -sine);
      default -> new Turn(sine, -cosine);
    };
  }

  /** The x of the place that comes to lie at another one. */
  public double backX(final double x, final double y) {
    return x * cosine + y * sine;
  }

  /** The y of the same. */
  public double backY(final double x, final double y) {
    return y * cosine - x * sine;
  }
}
