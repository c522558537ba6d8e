package io.github.inceptionlens.image.display;

import ij.process.ImageProcessor;

/**
 * How the finite values of an image lie about a display range.
 *
 * <p>A range disagrees with the values when it is infinite, when all but one in a hundred lie above
 * it, or when all lie below it. The range 0 to 1, which images have whose range was never set, also
 * does when most values other than 0 lie above it, or all but one in a hundred of them outside.
 */
final class ValueCensus {

  private static final double FEW = 0.01;
  private static final double MOST = 0.5;

  private final ValueLimits range;
  private long count;
  private long zeros;
  private long above;
  private long below;
  private float min = Float.POSITIVE_INFINITY;
  private float max = Float.NEGATIVE_INFINITY;

  ValueCensus(final ValueLimits range) {
    this.range = range;
  }

  void count(final ImageProcessor values) {
    final int pixels = values.getPixelCount();
    for (int i = 0; i < pixels; i++) {
      final float value = values.getf(i);
      if (Float.isFinite(value)) {
        count(value);
      }
    }
  }

  private void count(final float value) {
    count++;
    zeros += value == 0 ? 1 : 0;
    above += value > range.max() ? 1 : 0;
    below += value < range.min() ? 1 : 0;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  /** Whether the range may be the one in which the values were looked at; so without values. */
  boolean agrees() {
    return count == 0
        || Double.isFinite(range.max() - range.min())
            && above <= (1 - FEW) * count
            && below < count
            && !(isUnset() && isForeign());
  }

  private boolean isUnset() {
    return range.min() == 0 && range.max() == 1;
  }

  private boolean isForeign() {
    final long telling = count - zeros;
    return above > MOST * telling || above + below > (1 - FEW) * telling;
  }

  /** The least and the largest value. */
  ValueLimits limits() {
    return new ValueLimits(min, max);
  }
}
