package io.github.inceptionlens.weights.format;

/** IEEE 754 half precision: 1 sign, 5 exponent and 10 fraction bits. */
final class Float16 {

  private static final int FRACTION = 10;
  private static final int INFINITY = 0x7c00;
  private static final float SMALLEST_NORMAL = 0x1p-14f;
  private static final float STEP_BELOW = 0x1p-24f;

  /** From here on numbers round to infinity. */
  static final float OVERFLOW = 65520;

  private Float16() {}

  /** The nearest half, ties to even. */
  static short of(final float value) {
    final int bits = Float.floatToIntBits(value);
    final int sign = bits >>> 16 & 0x8000;
    return (short) (sign | magnitude(Math.abs(value)));
  }

  private static int magnitude(final float value) {
    if (Float.isNaN(value)) {
      return INFINITY | 1 << FRACTION - 1;
    }
    if (value >= OVERFLOW) {
      return INFINITY;
    }
    if (value < SMALLEST_NORMAL) {
      return (int) Math.rint(value / STEP_BELOW);
    }
    final int exponent = Math.getExponent(value);
    final int steps = (int) Math.rint(Math.scalb(value, FRACTION - exponent));
    return (exponent + 14 << FRACTION) + steps;
  }

  /** The float of the same value. */
  static float toFloat(final short half) {
    final int magnitude = half & 0x7fff;
    final float value = positive(magnitude >> FRACTION, magnitude & (1 << FRACTION) - 1);
    return half < 0 ? -value : value;
  }

  private static float positive(final int exponent, final int fraction) {
    if (exponent == 0) {
      return fraction * STEP_BELOW;
    }
    if (exponent == 31) {
      return fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    }
    return Math.scalb((float) ((1 << FRACTION) + fraction), exponent - 15 - FRACTION);
  }
}
