package io.github.inceptionlens.image.map;

import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.display.ValueLimits;
import java.util.Arrays;

/** What decides on the look of maps that come one by one: their least value, and a sample. */
public final class MapSample {

  private static final double PERCENTILE = 0.99;
  private static final int MOST_SAMPLES = 1 << 20;
  private static final double FAINT = 0.2;

  private final int step;
  private final float[] magnitudes;

  private float smallest = Float.POSITIVE_INFINITY;
  private long seen;
  private int sampled;

  /**
   * A sample of nothing yet.
   *
   * @param planes how many will come
   * @param pixels the values of each
   */
  public MapSample(final int planes, final int pixels) {
    final long count = (long) planes * pixels;
    step = (int) (count / MOST_SAMPLES + 1);
    magnitudes = new float[(int) (count / step)];
  }

  /** Looks at the next plane. */
  public void add(final float[] plane) {
    for (final float value : plane) {
      smallest = Math.min(smallest, value);
    }
    while (sampled < magnitudes.length && (long) sampled * step < seen + plane.length) {
      magnitudes[sampled] = Math.abs(plane[(int) ((long) sampled * step - seen)]);
      sampled++;
    }
    seen += plane.length;
  }

  /**
   * The look of all planes.
   *
   * @param signed whether values below zero mean something
   */
  public MapDisplay display(final boolean signed) {
    final double strongest = strongest();
    return signed
        ? new MapDisplay(Luts.diverging(), new ValueLimits(-strongest, strongest))
        : new MapDisplay(Luts.inferno(), new ValueLimits(floor(strongest), strongest));
  }

  /** The smallest value where that is not faint and values differ, else zero. */
  private double floor(final double strongest) {
    return smallest > FAINT * strongest && smallest < strongest ? smallest : 0;
  }

  private double strongest() {
    final float[] sorted = magnitudes.clone();
    Arrays.sort(sorted);
    final float percentile = sorted[(int) (PERCENTILE * (sorted.length - 1))];
    final float largest = percentile > 0 ? percentile : sorted[sorted.length - 1];
    return largest > 0 ? largest : 1;
  }
}
