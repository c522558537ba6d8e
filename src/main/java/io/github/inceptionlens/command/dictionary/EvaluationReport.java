package io.github.inceptionlens.command.dictionary;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.SheetTable;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.dictionary.evaluation.DownstreamFigures;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedCode;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedCode.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/** What evaluations came to, for a table, plots and the Log. */
record EvaluationReport(List<DictionaryFigures> all) {

  private static final int DECIMALS = 4;
  private static final List<String> COLUMNS =
      List.of(
          "Unexplained Variance",
          "Latents per Place",
          "Dead",
          "Dense",
          "Neighbor Cosine",
          "Stability",
          "Top Class Agreement",
          "Divergence",
          "Loss Recovered");

  /**
   * A row per code, and where there are several of a kind their mean and deviation (of a sample).
   */
  ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final DictionaryFigures one : all) {
      kinds(one).forEach((kind, rows) -> add(table, one.evaluated().name(), kind, rows));
    }
    return table;
  }

  /** The figures of a code, by seed. */
  private record Row(String seed, double[] values) {}

  private static Map<Kind, List<Row>> kinds(final DictionaryFigures one) {
    final Map<Kind, List<Row>> kinds = new LinkedHashMap<>();
    for (int i = 0; i < one.evaluated().codes().size(); i++) {
      final EvaluatedCode code = one.evaluated().codes().get(i);
      final String seed = code.seed().isPresent() ? "" + code.seed().getAsLong() : "";
      final Optional<DownstreamFigures> effect =
          one.downstream().isEmpty() ? Optional.empty() : Optional.of(one.downstream().get(i));
      kinds
          .computeIfAbsent(code.kind(), any -> new ArrayList<>())
          .add(new Row(seed, values(code, effect)));
    }
    return kinds;
  }

  private static double[] values(
      final EvaluatedCode code, final Optional<DownstreamFigures> effect) {
    return new double[] {
      code.figures().unexplained(),
      code.figures().active(),
      code.figures().dead(),
      code.figures().dense(),
      code.neighbor(),
      code.stability(),
      effect.map(DownstreamFigures::agreement).orElse(Double.NaN),
      effect.map(DownstreamFigures::divergence).orElse(Double.NaN),
      effect.map(DownstreamFigures::recovered).orElse(Double.NaN)
    };
  }

  private static void add(
      final ResultsTable table, final String name, final Kind kind, final List<Row> rows) {
    rows.forEach(row -> add(table, name, kind, row));
    if (rows.size() > 1) {
      final List<DescriptiveStatistics> columns =
          IntStream.range(0, COLUMNS.size()).mapToObj(column -> column(rows, column)).toList();
      add(table, name, kind, summary("mean", columns, DescriptiveStatistics::getMean));
      add(
          table,
          name,
          kind,
          summary("deviation", columns, DescriptiveStatistics::getStandardDeviation));
    }
  }

  private static DescriptiveStatistics column(final List<Row> rows, final int column) {
    return new DescriptiveStatistics(
        rows.stream().mapToDouble(row -> row.values()[column]).toArray());
  }

  private static Row summary(
      final String seed,
      final List<DescriptiveStatistics> columns,
      final ToDoubleFunction<DescriptiveStatistics> of) {
    return new Row(seed, columns.stream().mapToDouble(of).toArray());
  }

  private static void add(
      final ResultsTable table, final String name, final Kind kind, final Row row) {
    table.addRow();
    table.addValue("Dictionary", name);
    table.addValue("Kind", kind.toString());
    table.addValue("Seed", row.seed());
    for (int column = 0; column < COLUMNS.size(); column++) {
      SheetTable.addFigure(table, COLUMNS.get(column), row.values()[column]);
    }
  }

  /** How often the entries are active. */
  Plot densities(final Provenance provenance) {
    return FigurePlots.densities(all, provenance);
  }

  /** How much is left unexplained at how many active entries; nothing where nobody asked. */
  Optional<Plot> curve(final Provenance provenance) {
    return all.stream().anyMatch(one -> !one.evaluated().curve().isEmpty())
        ? Optional.of(FigurePlots.curve(all, provenance))
        : Optional.empty();
  }

  /** What must be known beside the figures, and how many pictures the network was shown. */
  List<String> notes() {
    final List<String> notes = new ArrayList<>();
    for (final DictionaryFigures one : all) {
      notes.addAll(one.notes());
      if (!one.downstream().isEmpty()) {
        notes.add(
            "the effect of "
                + one.evaluated().name()
                + " on the network's answer is of "
                + pictures(one.downstream().get(0).pictures()));
      }
    }
    return notes.stream().distinct().toList();
  }

  private static String pictures(final int count) {
    return count + (count == 1 ? " picture" : " pictures");
  }
}
