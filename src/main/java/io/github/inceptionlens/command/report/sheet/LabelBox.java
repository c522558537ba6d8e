package io.github.inceptionlens.command.report.sheet;

import java.util.Arrays;

/**
 * The spread of one value per picture over the pictures of a label.
 *
 * @param label what they show
 * @param pictures how many
 * @param least the smallest value
 * @param lower the first quartile
 * @param median the second
 * @param upper the third
 * @param largest the largest value
 */
public record LabelBox(
    String label,
    int pictures,
    double least,
    double lower,
    double median,
    double upper,
    double largest) {

  private static final double LOWER = 0.25;
  private static final double MEDIAN = 0.5;
  private static final double UPPER = 0.75;

  /**
   * Of values; quartiles lie between two of them in proportion (Hyndman and Fan 1996, type 7).
   *
   * @param values at least one
   */
  public static LabelBox of(final String label, final double[] values) {
    final double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new LabelBox(
        label,
        sorted.length,
        sorted[0],
        part(sorted, LOWER),
        part(sorted, MEDIAN),
        part(sorted, UPPER),
        sorted[sorted.length - 1]);
  }

  private static double part(final double[] sorted, final double part) {
    final double place = part * (sorted.length - 1);
    final int below = (int) place;
    final int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
