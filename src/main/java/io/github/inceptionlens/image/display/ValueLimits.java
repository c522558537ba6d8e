package io.github.inceptionlens.image.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The values that become black and white.
 *
 * @param min what becomes 0, and everything below
 * @param max what becomes 255, and everything above
 */
public record ValueLimits(double min, double max) {

  static final ValueLimits BYTE = new ValueLimits(0, 255);

  /** From zero, or the smallest value below it, to the largest value; never empty. */
  public static ValueLimits displaying(final List<float[]> planes) {
    final ValueSpan span = new ValueSpan();
    planes.forEach(span::add);
    return span.displaying();
  }

  /**
   * From zero to the largest value, rounded up to three digits; 0 to 1 where none is positive. NaN
   * does not count.
   */
  public static ValueLimits positive(final List<float[]> planes) {
    float max = 0;
    for (final float[] plane : planes) {
      for (final float value : plane) {
        max = value > max ? value : max;
      }
    }
    return positive(max);
  }

  /** From zero to a largest value, rounded up to three digits; 0 to 1 where it is not positive. */
  public static ValueLimits positive(final float max) {
    final MathContext digits = new MathContext(3, RoundingMode.CEILING);
    return new ValueLimits(0, max > 0 ? new BigDecimal(max).round(digits).doubleValue() : 1);
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

  public static String write(final double value) {
    final boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  @Override
  public String toString() {
    return write(min) + "-" + write(max);
  }
}
