package io.github.inceptionlens.image.display;

import java.awt.Color;

/** Colors of places on a plane: near places look alike, far ones differ; the middle is gray. */
public final class PlaneColors {

  private static final int[] LEFT_TOP = {230, 40, 60};
  private static final int[] RIGHT_TOP = {250, 205, 0};
  private static final int[] LEFT_BOTTOM = {60, 70, 240};
  private static final int[] RIGHT_BOTTOM = {0, 185, 110};

  private PlaneColors() {}

  /**
   * The color of a place.
   *
   * @param x from 0, at the left, to 1
   * @param y from 0, at the top, to 1
   */
  public static Color of(final double x, final double y) {
    final int[] color = new int[3];
    for (int i = 0; i < color.length; i++) {
      final double top = between(LEFT_TOP[i], RIGHT_TOP[i], x);
      final double bottom = between(LEFT_BOTTOM[i], RIGHT_BOTTOM[i], x);
      color[i] = (int) Math.round(between(top, bottom, y));
    }
    return new Color(color[0], color[1], color[2]);
  }

  private static double between(final double one, final double other, final double part) {
    return one + Math.min(Math.max(part, 0), 1) * (other - one);
  }
}
