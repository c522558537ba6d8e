package io.github.inceptionlens.command.page;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.stream.Stream;

/** Kernels on a page: a square for each weight, from blue below zero over white to red above. */
public final class KernelSquares {

  private static final double SEAM = 0.3;

  /** The scale of weights, at -1, -1/2, 0, 1/2 and 1. */
  private static final Color[] SCALE = {
    Ink.BELOW, new Color(0x92C5DE), new Color(0xF7F7F7), new Color(0xF4A582), Ink.ABOVE
  };

  private KernelSquares() {}

  /** The largest magnitude of all kernels, 0 for none. */
  public static float largest(final Stream<float[]> kernels) {
    return kernels.reduce(0f, KernelSquares::largest, Math::max);
  }

  private static float largest(final float before, final float[] kernel) {
    float largest = before;
    for (final float value : kernel) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /**
   * Draws a kernel, framed. Each square reaches a little below the next ones, so that no paper
   * shows between them.
   *
   * @param values of a square, row-major
   * @param largest the magnitude for which the strongest colors stand
   * @param room a square
   */
  public static void draw(
      final PageCanvas canvas, final float[] values, final float largest, final Rectangle2D room) {
    final int size = (int) Math.round(Math.sqrt(values.length));
    final double side = room.getWidth() / size;
    for (int i = 0; i < values.length; i++) {
      canvas.fill(
          Ink.box(
                  room.getX() + i % size * side,
                  room.getY() + i / size * side,
                  side + SEAM,
                  side + SEAM)
              .createIntersection(room),
          color(largest > 0 ? values[i] / largest : 0));
    }
    canvas.stroke(room, Ink.HAIR, Ink.PALE);
  }

  /**
   * The color of a weight.
   *
   * @param part of the largest, -1 to 1; what lies beyond counts as that
   */
  private static Color color(final double part) {
    final double place = 2 + 2 * Math.max(-1, Math.min(1, part));
    final int below = (int) Math.min(SCALE.length - 2, Math.floor(place));
    return Ink.mixed(SCALE[below], SCALE[below + 1], place - below);
  }
}
