package io.github.inceptionlens.image;

import java.util.List;

/**
 * The values that become black and white.
 *
 * @param min what becomes 0, and everything below
 * @param max what becomes 255, and everything above
 */
public record Limits(double min, double max) {

  static final Limits BYTE = new Limits(0, 255);

  /** From zero, or the smallest value below it, to the largest value; never empty. */
  static Limits displaying(final List<float[]> planes) {
    float min = 0;
    float max = Float.NEGATIVE_INFINITY;
    for (final float[] plane : planes) {
      for (final float value : plane) {
        min = value < min ? value : min;
        max = value > max ? value : max;
      }
    }
    return max > min ? new Limits(min, max) : new Limits(min, min + Math.max(1, Math.abs(min)));
  }

  /** A function from values to 0..255; without width, a step above the minimum. */
  Mapping mapping() {
    if (!(max > min)) {
      return value -> value > min ? 255 : 0;
    }
    final double factor = 255 / (max - min);
    return value -> (float) Math.min(Math.max((value - min) * factor, 0), 255);
  }

  /** From a pixel's value to what the network sees. */
  @FunctionalInterface
  interface Mapping {
    float of(float value);
  }

  static String write(final double value) {
    final boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  @Override
  public String toString() {
    return write(min) + "-" + write(max);
  }
}
