package io.github.inceptionlens.circuit.family;

import java.util.Locale;

/**
 * How one figure lies to another of the same shape: mirrored or not, then turned.
 *
 * @param angle of the turn in degrees counterclockwise, from 0 to below 360
 * @param mirrored whether left and right are exchanged before it is turned
 */
public record Congruence(double angle, boolean mirrored) {

  /** As it lies. */
  public static final Congruence SAME = new Congruence(0, false);

  private static final double FULL_TURN = 360;

  /** How the first figure lies to the other one. */
  public Congruence back() {
    return mirrored ? this : new Congruence((FULL_TURN - angle) % FULL_TURN, false);
  }

  /** The angle, and that it is mirrored. */
  @Override
  public String toString() {
    final String degrees =
        angle == Math.rint(angle)
            ? String.format(Locale.ROOT, "%.0f", angle)
            : String.format(Locale.ROOT, "%.1f", angle);
    return mirrored ? "mirrored, " + degrees + " degrees" : degrees + " degrees";
  }
}
