package io.github.inceptionlens.command.report;

import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.UnitExamples.QuantileExample;
import io.github.inceptionlens.activation.statistics.UnitResponse;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.command.report.UnitFindings.UnitEffects;
import io.github.inceptionlens.command.report.sheet.LabelBox;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.dictionary.EntryNeighbors.Neighbor;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The numbers of pages as tables. */
final class ReportTables {

  /** How many channels and how many latents are told of each entry. */
  static final int NEIGHBORS = 20;

  private static final int DECIMALS = 4;
  private static final String UNIT = "Unit";
  private static final String RANK = "Rank";

  private final List<UnitFindings> units;

  ReportTables(final List<UnitFindings> units) {
    this.units = List.copyOf(units);
  }

  private static ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    return table;
  }

  /** A row per unit: figures of its values, and its strongest place. */
  ResultsTable figures(final List<Double> quantiles) {
    final ResultsTable table = table();
    for (final UnitFindings one : units) {
      final UnitResponse response = one.response();
      table.addRow();
      table.addValue(UNIT, one.unit().toString());
      table.addValue("Pictures", response.pictures().size());
      table.addValue("Positions", response.positions());
      table.addValue("Mean", response.mean());
      table.addValue("Deviation", response.deviation());
      table.addValue("Active", response.active());
      for (final double part : quantiles) {
        table.addValue("Quantile " + SheetWords.part(part), response.quantile(part));
      }
      response
          .byLabel()
          .forEach(
              (label, values) ->
                  table.addValue("Median " + label, LabelBox.of(label, values).median()));
    }
    return table;
  }

  /** A row per crop: where it is, and the unit's values there. */
  ResultsTable crops() {
    final ResultsTable table = table();
    for (final UnitFindings one : units) {
      final List<Example> top = one.examples().top();
      for (int i = 0; i < top.size(); i++) {
        addCrop(table, one.unit(), "top", i + 1, top.get(i), one.strongest().get(i));
      }
      final List<QuantileExample> along = one.examples().quantiles();
      for (int i = 0; i < along.size(); i++) {
        final String kind = "quantile:" + SheetWords.part(along.get(i).part());
        addCrop(table, one.unit(), kind, 1, along.get(i).example(), one.along().get(i));
      }
    }
    return table;
  }

  private static void addCrop(
      final ResultsTable table,
      final Unit unit,
      final String kind,
      final int rank,
      final Example example,
      final NaturalCrop crop) {
    table.addRow();
    table.addValue(UNIT, unit.toString());
    table.addValue("Kind", kind);
    table.addValue(RANK, rank);
    table.addValue("Value", example.value());
    table.addValue("Before", example.before());
    crop.place().addTo(table, "");
    table.addValue("Label", example.label());
  }

  /**
   * A row per connection.
   *
   * @param most of each unit and direction
   */
  ResultsTable weights(final int most) {
    final ResultsTable table = table();
    for (final UnitFindings one : units) {
      addWeights(table, one.unit(), "in", one.inputs(), WeightKernel::from, most);
      addWeights(table, one.unit(), "out", one.outputs(), WeightKernel::to, most);
    }
    return table;
  }

  private static void addWeights(
      final ResultsTable table,
      final Unit unit,
      final String direction,
      final List<WeightKernel> weights,
      final Function<WeightKernel, Unit> other,
      final int most) {
    for (int i = 0; i < Math.min(most, weights.size()); i++) {
      final WeightKernel weight = weights.get(i);
      table.addRow();
      table.addValue(UNIT, unit.toString());
      table.addValue("Direction", direction);
      table.addValue(RANK, i + 1);
      table.addValue("Other", other.apply(weight).toString());
      table.addValue("Norm", weight.norm());
      table.addValue("Sum", weight.sum());
      table.addValue("Places", weight.span().area());
    }
  }

  /** A row per unit and class, the class to which the unit adds most first. */
  ResultsTable classes(final List<String> names) {
    final ResultsTable table = table();
    units.forEach(
        one -> one.effects().ifPresent(effects -> addClasses(table, one.unit(), effects, names)));
    return table;
  }

  private static void addClasses(
      final ResultsTable table,
      final Unit unit,
      final UnitEffects effects,
      final List<String> names) {
    IntStream.range(0, names.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -effects.own()[i]))
        .forEach(
            i -> {
              table.addRow();
              table.addValue(UNIT, unit.toString());
              table.addValue("Class", i);
              table.addValue("Name", names.get(i));
              table.addValue("Effect", effects.own()[i]);
              table.addValue("Up", effects.up().map(up -> up[i]).orElse(Double.NaN));
            });
  }

  /** Whether one of the units is an entry of a dictionary. */
  boolean hasNeighbors() {
    return units.stream().anyMatch(one -> one.neighbors().isPresent());
  }

  /**
   * A row per neighbor of each entry of a dictionary.
   *
   * @param labels of entries
   */
  ResultsTable neighbors(final EntryLabels labels) {
    final ResultsTable table = table();
    for (final UnitFindings one : units) {
      one.neighbors()
          .ifPresent(
              some -> {
                addNeighbors(table, one.unit(), "channel", some.channels(), labels);
                addNeighbors(table, one.unit(), "latent", some.entries(), labels);
              });
    }
    return table;
  }

  private static void addNeighbors(
      final ResultsTable table,
      final Unit unit,
      final String kind,
      final List<Neighbor> neighbors,
      final EntryLabels labels) {
    for (int i = 0; i < neighbors.size(); i++) {
      final Neighbor one = neighbors.get(i);
      table.addRow();
      table.addValue(UNIT, unit.toString());
      table.addValue("Kind", kind);
      table.addValue(RANK, i + 1);
      table.addValue("Other", one.unit().toString());
      table.addValue("Cosine", one.cosine());
      table.addValue("Weight", one.product());
      table.addValue("Label", labels.of(one.unit()).orElse(""));
    }
  }
}
