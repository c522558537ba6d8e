package io.github.inceptionlens.command.example;

import io.github.inceptionlens.activation.example.UnitUnity;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import io.github.inceptionlens.activation.statistics.ValueHistogram;
import java.util.List;

/**
 * What is kept of a unit: its examples in the collection that was looked at last.
 *
 * @param channel index in its layer
 * @param collection where the images are from: an absolute path or pattern, stack or open
 * @param pictures how many were looked at
 * @param top at most {@value KeptExamples#MOST}, largest value first
 * @param bottom at most {@value KeptExamples#MOST}, smallest value first
 * @param quantiles one at each quantile that was asked for, smallest first
 * @param histogram all values before the rectifier, of which the quantiles are
 * @param statistics of the values of the unit as it is named, with their own histogram
 * @param unity whether it is one thing
 */
public record KeptUnit(
    int channel,
    String collection,
    int pictures,
    List<KeptPlace> top,
    List<KeptPlace> bottom,
    List<KeptPlace> quantiles,
    ValueHistogram histogram,
    UnitStatistics statistics,
    UnitUnity unity) {

  public KeptUnit {
    top = List.copyOf(top);
    bottom = List.copyOf(bottom);
    quantiles = List.copyOf(quantiles);
  }
}
