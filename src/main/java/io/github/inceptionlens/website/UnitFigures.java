package io.github.inceptionlens.website;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a unit responds over the images, in numbers.
 *
 * @param positions how many values were seen
 * @param mean of all of them
 * @param deviation their standard deviation
 * @param active the part above 0, from 0 to 1
 * @param kurtosis the excess kurtosis; NaN where all values are equal
 * @param least the smallest
 * @param largest the largest
 * @param quantiles values by part, each below which that part of the values lies
 * @param bins how many values lie between each edge and the next
 * @param labelMeans mean value by label of the pictures; empty where they have none
 */
public record UnitFigures(
    long positions,
    double mean,
    double deviation,
    double active,
    double kurtosis,
    double least,
    double largest,
    Map<Double, Double> quantiles,
    List<Long> bins,
    Map<String, Double> labelMeans) {

  /** Copies the collections. */
  public UnitFigures {
    quantiles = Collections.unmodifiableMap(new TreeMap<>(quantiles));
    bins = List.copyOf(bins);
    labelMeans = Collections.unmodifiableMap(new TreeMap<>(labelMeans));
  }

  /** Where a bin begins. */
  public double edge(final int bin) {
    return least + bin * (largest - least) / bins.size();
  }
}
