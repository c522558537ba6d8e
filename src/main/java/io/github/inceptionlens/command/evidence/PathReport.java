package io.github.inceptionlens.command.evidence;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.PathSimilarity.Similarity;
import io.github.inceptionlens.command.Plots;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.evaluation.Chart;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How like natural ones a unit's visualization is processed: table, plot and how to read them. */
final class PathReport {

  private static final int DECIMALS = 4;

  private final Unit unit;
  private final String described;
  private final String trunk;
  private final List<Similarity> similarities;

  /**
   * @param described the unit as a reader is told of it
   * @param trunk the layer of the trunk that the unit is of, or that its dictionary reads
   * @param similarities a layer each
   */
  PathReport(
      final Unit unit,
      final String described,
      final String trunk,
      final List<Similarity> similarities) {
    this.described = described;
    this.trunk = trunk;
    this.unit = unit;
    this.similarities = similarities;
  }

  /** A row per layer. */
  ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final Similarity one : similarities) {
      table.addRow();
      table.addValue("Unit", unit.toString());
      table.addValue("Layer", one.layer());
      table.addValue("Visualization", one.pictures());
      table.addValue("Top", one.top());
      table.addValue("Others", one.others());
      table.addValue("Normalised", one.normalized());
    }
    return table;
  }

  /** The visualization's curve between the two baselines. */
  Plot plot(final Provenance provenance) {
    final List<Chart.Series> curves =
        List.of(
            series("visualization", Similarity::pictures),
            series("other natural pictures", Similarity::others),
            series("top natural pictures", Similarity::top));
    final List<String> layers = similarities.stream().map(one -> named(one.layer())).toList();
    final Chart chart =
        new Chart(
            "Path similarity", "Layer", "Mean cosine with top natural pictures", layers, curves);
    return Plots.of(chart, described, provenance);
  }

  /** A layer's name, with a mark where the unit itself stands in it. */
  private String named(final String layer) {
    final String own = trunk.replace(Architecture.PRE_RELU, "");
    return own.equals(layer) || own.startsWith(layer + "_") ? layer + " (own)" : layer;
  }

  private Chart.Series series(final String name, final ToDoubleFunction<Similarity> value) {
    return new Chart.Series(
        name,
        IntStream.range(0, similarities.size()).asDoubleStream().toArray(),
        similarities.stream().mapToDouble(value).toArray());
  }

  /** How to read the figures, and where they come from. */
  List<String> notes(final Provenance provenance) {
    return List.of(
        "Path Similarity, "
            + described
            + ": where Normalised is about 1 or more, the layer processes the visualization like the"
            + " natural pictures that drive the unit most; where it is about 0 or less, no more like"
            + " them than any natural picture, so that there the visualization tells little of how"
            + " your images are processed; NaN: your top pictures are hardly more alike than others;"
            + " the plot marks the unit's own layer.",
        "Path Similarity, " + described + ": " + provenance);
  }
}
