package io.github.inceptionlens.activation.statistics;

import io.github.inceptionlens.core.Unit;
import java.util.Map;

/**
 * How one unit responds over a collection, in units of the activation.
 *
 * @param unit with canonical names
 * @param positions how many values were seen
 * @param mean of all of them
 * @param deviation their standard deviation
 * @param active the part above 0, from 0 to 1
 * @param kurtosis how heavy the tails are: the fourth moment about the mean in units of the
 *     variance's square, less 3, so that it is 0 for a normal distribution; NaN where all are equal
 * @param least the smallest
 * @param largest the largest
 * @param histogram all of them
 * @param labelMeans the mean over the pictures of each label, of the picture's mean
 * @param told the label that the unit tells best
 */
public record UnitStatistics(
    Unit unit,
    long positions,
    double mean,
    double deviation,
    double active,
    double kurtosis,
    double least,
    double largest,
    ValueHistogram histogram,
    Map<String, Double> labelMeans,
    ToldLabel told) {

  /**
   * The value below which a part of the values lies, within 0.4 %; the ends exactly.
   *
   * @param part 0 to 1
   */
  public double quantile(final double part) {
    if (part <= 0) {
      return least;
    }
    return part >= 1 ? largest : Math.max(least, Math.min(largest, histogram.quantile(part)));
  }
}
