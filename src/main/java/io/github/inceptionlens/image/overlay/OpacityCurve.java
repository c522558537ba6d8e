package io.github.inceptionlens.image.overlay;

import io.github.inceptionlens.image.display.ValueLimits;
import java.util.Arrays;

/**
 * How opaque a value is drawn: nothing at the floor and below, more with every step above it, all
 * at the knee and beyond.
 *
 * @param magnitude whether a value below zero counts as the same above
 * @param floor up to it nothing is drawn
 * @param knee from it on opacity grows no more; above the floor
 * @param least the opacity right above the floor, as a part of the largest
 */
record OpacityCurve(boolean magnitude, double floor, double knee, double least) {

  /** The part of the range that is no more than noise, whatever the median is. */
  private static final double NOISE = 0.1;

  private static final double FULL = 0.7;

  /** What somebody's range holds is always seen. */
  private static final double SEEN = 0.2;

  private static final int MOST_SAMPLES = 1 << 18;

  /** A curve over a range that somebody chose: all of it counts. */
  static OpacityCurve chosen(final ValueLimits range) {
    return between(false, range.min(), range.max(), SEEN);
  }

  /**
   * A curve that leaves out what is weak: a tenth of the range, or what half of the places exceed,
   * whichever is more, so that a value which is everywhere veils nothing.
   *
   * @param bands the values; NaN where there is none
   */
  static OpacityCurve automatic(final ValueLimits range, final LayerBands bands) {
    final double reach = Math.max(Math.abs(range.min()), Math.abs(range.max()));
    final double floor = Math.max(NOISE * reach, Math.min(median(bands), reach / 2));
    return between(true, floor, reach, 0);
  }

  private static OpacityCurve between(
      final boolean magnitude, final double floor, final double most, final double least) {
    return new OpacityCurve(magnitude, floor, floor + FULL * (most - floor), least);
  }

  /** The median of the sizes of some of the values, evenly spread over all frames. */
  private static double median(final LayerBands bands) {
    final long count = bands.planes() * bands.pixels();
    final int step = (int) (count / MOST_SAMPLES + 1);
    final Sample sample = new Sample(new float[(int) ((count + step - 1) / step)]);
    for (int frame = 0; frame < bands.planes(); frame++) {
      final int plane = frame;
      final long start = plane * bands.pixels();
      bands.each(
          (top, rows) ->
              sample.add(
                  bands.rows(plane, top, rows),
                  (int) Math.floorMod(-(start + (long) top * bands.width()), (long) step),
                  step));
    }
    return sample.median();
  }

  /** Some sizes of values. */
  private static final class Sample {

    private final float[] sizes;
    private int taken;

    Sample(final float[] room) {
      sizes = room;
    }

    void add(final float[] values, final int first, final int step) {
      for (int i = first; i < values.length; i += step) {
        if (!Float.isNaN(values[i])) {
          sizes[taken++] = Math.abs(values[i]);
        }
      }
    }

    double median() {
      Arrays.sort(sizes, 0, taken);
      return taken == 0 ? 0 : sizes[taken / 2];
    }
  }

  /** From 0, not drawn, to 1; 0 for NaN. */
  double of(final float value) {
    final double size = magnitude ? Math.abs(value) : value;
    return size > floor ? least + (1 - least) * Math.min(1, (size - floor) / (knee - floor)) : 0;
  }
}
