package io.github.inceptionlens.command.superposition;

import ij.measure.ResultsTable;
import io.github.inceptionlens.command.SheetTable;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.superposition.FeatureCluster;
import io.github.inceptionlens.superposition.FeatureGeometry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** How a dictionary's directions lie, as tables. */
final class GeometryTables {

  private static final int DECIMALS = 4;

  private final GeometryResult result;

  GeometryTables(final GeometryResult result) {
    this.result = result;
  }

  private static ResultsTable empty() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    return table;
  }

  private String unit(final int entry) {
    return new Unit(result.dictionary().name(), entry).toString();
  }

  /** A row per entry. */
  ResultsTable entries() {
    final ResultsTable table = empty();
    final FeatureGeometry geometry = result.geometry();
    final Map<Integer, Integer> clusters = clusters();
    final List<String> labels = result.dictionary().labels();
    final boolean labeled = labels.stream().anyMatch(label -> !label.isBlank());
    for (int entry = 0; entry < labels.size(); entry++) {
      final int nearest = geometry.nearest()[entry];
      table.addRow();
      table.addValue("Unit", unit(entry));
      table.addValue("Norm", geometry.norms()[entry]);
      table.addValue("Dimensionality", geometry.dimensionality(entry));
      table.addValue("Interference", geometry.interference()[entry]);
      table.addValue("Nearest", nearest < 0 ? "" : unit(nearest));
      SheetTable.addFigure(table, "Nearest Cosine", geometry.cosines()[entry]);
      addFiring(table, entry, clusters);
      if (labeled) {
        table.addValue("Label", labels.get(entry));
      }
    }
    return table;
  }

  private void addFiring(
      final ResultsTable table, final int entry, final Map<Integer, Integer> clusters) {
    result
        .firing()
        .ifPresent(
            firing -> {
              table.addValue(
                  "Density", (double) firing.places().counts()[entry] / firing.places().places());
              final Integer cluster = clusters.get(entry);
              SheetTable.addFigure(table, "Cluster", cluster == null ? Double.NaN : cluster);
            });
  }

  /** The number of each member's cluster, from 1. */
  private Map<Integer, Integer> clusters() {
    final Map<Integer, Integer> numbers = new HashMap<>();
    result
        .firing()
        .ifPresent(
            firing -> {
              for (int i = 0; i < firing.clusters().size(); i++) {
                final int number = i + 1;
                firing.clusters().get(i).members().forEach(one -> numbers.put(one, number));
              }
            });
    return numbers;
  }

  /** A row per group of entries that fire together; nothing where there is none. */
  Optional<ResultsTable> together() {
    return result.firing().filter(one -> !one.clusters().isEmpty()).map(this::together);
  }

  private ResultsTable together(final GeometryResult.Firing firing) {
    final ResultsTable table = empty();
    for (final FeatureCluster cluster : firing.clusters()) {
      table.addRow();
      table.addValue("Cluster", table.size());
      table.addValue("Entries", cluster.members().size());
      table.addValue("Mean Phi", cluster.phi());
      table.addValue("Mean Cosine", cluster.cosine());
      table.addValue("Chance Cosine", cluster.chance());
      table.addValue("P", cluster.probability());
      table.addValue("Random Directions", firing.random().cosine(cluster.members()));
      table.addValue(
          "Units",
          result.dictionary().name()
              + ":"
              + cluster.members().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    return table;
  }

  /** A row for the dictionary, and one for random directions. */
  ResultsTable summary() {
    final ResultsTable table = empty();
    add(table, result.dictionary().name(), result.geometry(), FeatureCluster::cosine);
    add(
        table,
        "random directions",
        result.random(),
        cluster -> result.firing().orElseThrow().random().cosine(cluster.members()));
    return table;
  }

  private void add(
      final ResultsTable table,
      final String name,
      final FeatureGeometry geometry,
      final ToDoubleFunction<FeatureCluster> cosine) {
    final double[] each = geometry.dimensionalities();
    table.addRow();
    table.addValue("Directions", name);
    table.addValue("Entries", each.length);
    table.addValue("Channels", geometry.dimensions());
    table.addValue("Dimensions per Feature", geometry.dimensionsPerFeature());
    table.addValue("Sum of Dimensionalities", Arrays.stream(each).sum());
    table.addValue("Mean Dimensionality", mean(each));
    table.addValue("Median Dimensionality", new Median().evaluate(each));
    table.addValue("Mean Interference", mean(geometry.interference()));
    SheetTable.addFigure(table, "Mean Nearest Cosine", mean(geometry.cosines()));
    result
        .firing()
        .ifPresent(
            firing -> {
              table.addValue("Clusters", firing.clusters().size());
              table.addValue("Entries in Clusters", firing.members());
              SheetTable.addFigure(
                  table,
                  "Mean Cluster Cosine",
                  mean(firing.clusters().stream().mapToDouble(cosine).toArray()));
            });
  }

  /** Of those that are there. */
  private static double mean(final double... values) {
    return Arrays.stream(values).filter(one -> !Double.isNaN(one)).average().orElse(Double.NaN);
  }
}
