package io.github.inceptionlens.command.example;

import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.UnitUnity;
import io.github.inceptionlens.activation.statistics.HeldOutLabel;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import java.util.List;
import java.util.function.Function;

/** The tables of examples and of their units. */
final class ExampleTables {

  private static final int DECIMALS = 4;

  private ExampleTables() {}

  /** A row per example. */
  static ResultsTable examples(final List<ScannedUnit> units) {
    final ResultsTable table = table();
    units.stream().flatMap(unit -> unit.places().stream()).forEach(place -> add(table, place));
    return table;
  }

  private static ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    return table;
  }

  private static void add(final ResultsTable table, final UnitPlace place) {
    final Example example = place.example();
    table.addRow();
    table.addValue("Unit", place.unit());
    table.addValue("Kind", place.kind());
    table.addValue("Rank", place.rank());
    table.addValue("Value", example.value());
    table.addValue("Image", example.picture().image());
    table.addValue("Slice", example.picture().slice());
    table.addValue("X", example.imageX());
    table.addValue("Y", example.imageY());
    table.addValue("Label", example.label());
    table.addValue("Before", example.before());
  }

  /**
   * A row per unit.
   *
   * @param labels of the collection
   * @param unity of a unit
   */
  static ResultsTable units(
      final List<ScannedUnit> units,
      final List<String> labels,
      final Function<ScannedUnit, UnitUnity> unity) {
    final ResultsTable table = table();
    for (final ScannedUnit unit : units) {
      table.addRow();
      table.addValue("Unit", unit.name());
      addStatistics(table, unit.statistics());
      labels.forEach(label -> table.addValue("Top " + label, share(unit, label)));
      if (labels.size() > 1) {
        addLabel(table, unit.statistics().told().held());
      }
      addUnity(table, unity.apply(unit));
    }
    return table;
  }

  private static void addStatistics(final ResultsTable table, final UnitStatistics unit) {
    table.addValue("Mean", unit.mean());
    table.addValue("Deviation", unit.deviation());
    table.addValue("Active", unit.active());
    table.addValue("Kurtosis", unit.kurtosis());
  }

  /** The part of a label among the top crops. */
  private static double share(final ScannedUnit unit, final String label) {
    final List<Example> top = unit.examples().top();
    return (double) top.stream().filter(one -> one.label().equals(label)).count() / top.size();
  }

  private static void addLabel(final ResultsTable table, final HeldOutLabel label) {
    table.addValue("Best Label", label.label());
    table.addValue("Area under ROC", label.told().area());
    table.addValue("Average Precision", label.told().averagePrecision());
    table.addValue("Prevalence", label.told().prevalence());
  }

  private static void addUnity(final ResultsTable table, final UnitUnity unity) {
    table.addValue("Clarity", unity.clarity());
    table.addValue("Polysemanticity", unity.polysemanticity());
    table.addValue("Most Like", unity.mostLike());
    table.addValue("Likeness", unity.likeness());
  }
}
