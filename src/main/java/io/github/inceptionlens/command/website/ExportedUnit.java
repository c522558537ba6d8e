package io.github.inceptionlens.command.website;

import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.UnitExamples;
import io.github.inceptionlens.activation.example.UnitExamples.QuantileExample;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.website.UnitFigures;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a scan found of a unit.
 *
 * @param layer as the unit is named
 * @param unit with canonical names
 * @param examples where it responds how
 * @param statistics of its values before the rectifier
 */
record ExportedUnit(Layer layer, Unit unit, UnitExamples examples, UnitStatistics statistics) {

  private static final int BINS = 60;

  /** All of its examples. */
  Stream<Example> places() {
    return Stream.concat(examples.top().stream(), along().stream().map(QuantileExample::example));
  }

  /** The examples at parts of its values, the largest first. */
  List<QuantileExample> along() {
    return examples.quantiles().stream()
        .sorted(Comparator.comparingDouble(QuantileExample::part).reversed())
        .toList();
  }

  /** How it responds. */
  UnitFigures figures() {
    final double least = statistics.least();
    final double most = statistics.largest() > least ? statistics.largest() : least + 1;
    final Map<Double, Double> quantiles = new TreeMap<>();
    examples.quantiles().forEach(one -> quantiles.put(one.part(), statistics.quantile(one.part())));
    return new UnitFigures(
        statistics.positions(),
        statistics.mean(),
        statistics.deviation(),
        statistics.active(),
        statistics.kurtosis(),
        least,
        statistics.largest(),
        quantiles,
        Arrays.stream(statistics.histogram().counts(least, most, BINS)).boxed().toList(),
        statistics.labelMeans());
  }
}
