package io.github.inceptionlens.image.display;

/** The least and the largest of values that come plane by plane. */
public final class ValueSpan {

  private float min;
  private float max = Float.NEGATIVE_INFINITY;

  /** Looks at values; NaN does not count. */
  public void add(final float[] plane) {
    for (final float value : plane) {
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
  }

  /** From zero, or the smallest value below it, to the largest value; never empty. */
  public ValueLimits displaying() {
    return max > min
        ? new ValueLimits(min, max)
        : new ValueLimits(min, min + Math.max(1, Math.abs(min)));
  }
}
