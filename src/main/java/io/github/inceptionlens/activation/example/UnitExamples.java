package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.activation.statistics.ValueHistogram;
import java.util.List;

/**
 * What a collection shows of a unit.
 *
 * @param unit what it is called: {@code mixed4c:447}, {@code class:340}
 * @param top where its values are largest, largest first, equal ones in the order of the pictures'
 *     names
 * @param bottom where they are smallest, smallest first
 * @param quantiles one place at each quantile that was asked for, in their order
 * @param histogram all values that rank the places; without values where no quantile was asked for
 */
public record UnitExamples(
    String unit,
    List<Example> top,
    List<Example> bottom,
    List<QuantileExample> quantiles,
    ValueHistogram histogram) {

  public UnitExamples {
    top = List.copyOf(top);
    bottom = List.copyOf(bottom);
    quantiles = List.copyOf(quantiles);
  }

  /**
   * A place at which a unit's value is that below which a part of its values lies.
   *
   * @param part from 0 to 1
   * @param example its value before the rectifier is within 1 % of the quantile
   */
  public record QuantileExample(double part, Example example) {}
}
