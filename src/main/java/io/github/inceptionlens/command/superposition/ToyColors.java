package io.github.inceptionlens.command.superposition;

import io.github.inceptionlens.command.Plots;
import java.awt.Color;

/** Colors that tell features apart, and how much they share. */
final class ToyColors {

  /** Of a feature that has its dimensions for itself. */
  static final Color ALONE = new Color(0x0571b0);

  /** Of a feature that shares them. */
  static final Color SHARED = new Color(0xca0020);

  private ToyColors() {}

  /** That of a feature by its index. */
  static Color feature(final int index) {
    return Plots.color(index);
  }

  /**
   * From blue for no interference to red for 1 and more.
   *
   * @param interference not negative
   */
  static Color shared(final double interference) {
    return mixed(ALONE, SHARED, Math.min(1, interference));
  }

  /** The same, the paler the shorter the direction is, white at 0. */
  static Color phase(final double norm, final double interference) {
    return mixed(Color.WHITE, shared(interference), Math.min(1, norm));
  }

  private static Color mixed(final Color from, final Color to, final double part) {
    return new Color(
        mixed(from.getRed(), to.getRed(), part),
        mixed(from.getGreen(), to.getGreen(), part),
        mixed(from.getBlue(), to.getBlue(), part));
  }

  private static int mixed(final int from, final int to, final double part) {
    return (int) Math.round(from + part * (to - from));
  }
}
