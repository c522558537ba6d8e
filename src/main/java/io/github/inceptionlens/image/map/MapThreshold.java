package io.github.inceptionlens.image.map;

import ij.process.AutoThresholder;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.display.ValueLimits;
import java.util.Arrays;
import java.util.Locale;

/**
 * How a map is cut in two: {@code percentile:95} keeps the values above that percentile, {@code
 * fraction:0.5} those from that part of the largest value on, {@code otsu} the brighter of Otsu's
 * two classes.
 */
public final class MapThreshold {

  private static final int BINS = 256;
  private static final double PERCENT = 100;

  private final Kind kind;
  private final double number;

  private enum Kind {
    PERCENTILE,
    FRACTION,
    OTSU
  }

  private MapThreshold(final Kind kind, final double number) {
    this.kind = kind;
    this.number = number;
  }

  /**
   * Where a map is cut.
   *
   * @param level the value of the cut
   * @param inclusive whether the level itself is kept
   */
  record Cut(double level, boolean inclusive) {

    boolean keeps(final float value) {
      return inclusive ? value >= level : value > level;
    }
  }

  /**
   * Reads a threshold.
   *
   * @throws UserError when the text has another form or its number is out of range
   */
  public static MapThreshold parse(final String text) {
    final String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", 2);
    if (parts.length == 1 && parts[0].equals("otsu")) {
      return new MapThreshold(Kind.OTSU, 0);
    }
    final double number = parts.length == 2 ? number(parts[1]) : Double.NaN;
    if (parts[0].equals("percentile") && number >= 0 && number < PERCENT) {
      return new MapThreshold(Kind.PERCENTILE, number);
    } else if (parts[0].equals("fraction") && number > 0 && number <= 1) {
      return new MapThreshold(Kind.FRACTION, number);
    }
    throw new UserError(
        "threshold is \""
            + text
            + "\", expected percentile:p with p from 0 to below 100, fraction:f with f above 0 to 1,"
            + " or otsu");
  }

  private static double number(final String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (final NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * The cut of a map.
   *
   * @param values at least two that differ, all finite
   * @param place the map, for messages
   */
  Cut of(final float[] values, final String place) {
    final float[] sorted = values.clone();
    Arrays.sort(sorted);
    return switch (kind) {
      case PERCENTILE -> new Cut(percentile(sorted), false);
      case FRACTION -> new Cut(fraction(sorted[sorted.length - 1], place), true);
      case OTSU -> new Cut(otsu(sorted), true);
    };
  }

  /** The smallest value that at least so many percent of the values do not exceed. */
  private double percentile(final float[] sorted) {
    final int rank = (int) Math.ceil(number / PERCENT * sorted.length);
    return sorted[Math.max(rank, 1) - 1];
  }

  private double fraction(final float largest, final String place) {
    if (largest <= 0) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s has no value above zero (the largest is %s), so %s cannot be taken: choose"
                  + " percentile or otsu",
              place,
              largest,
              this));
    }
    return number * largest;
  }

  private static double otsu(final float[] sorted) {
    final double low = sorted[0];
    final double width = (sorted[sorted.length - 1] - low) / BINS;
    final int[] histogram = new int[BINS];
    for (final float value : sorted) {
      histogram[Math.min((int) ((value - low) / width), BINS - 1)]++;
    }
    final int bin = new AutoThresholder().getThreshold(AutoThresholder.Method.Otsu, histogram);
    return low + (bin + 1) * width;
  }

  @Override
  public String toString() {
    final String name = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.OTSU ? name : name + ":" + ValueLimits.write(number);
  }
}
