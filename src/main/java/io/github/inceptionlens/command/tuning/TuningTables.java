package io.github.inceptionlens.command.tuning;

import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.circuit.tuning.CircularTuning;
import io.github.inceptionlens.circuit.tuning.UnitTuning;
import io.github.inceptionlens.command.ResultTables;
import java.util.List;

/** How units are tuned, as tables: a row per unit, and a row per unit and stimulus. */
final class TuningTables {

  private static final int DECIMALS = 4;

  private final List<TunedGroup> groups;
  private final String reference;

  /**
   * @param reference over what mean and deviation are
   */
  TuningTables(final List<TunedGroup> groups, final String reference) {
    this.groups = groups;
    this.reference = reference;
  }

  private static ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    table.showRowNumbers(false);
    return table;
  }

  /** A row per unit, of turned crops one for each thing that is turned. */
  ResultsTable tuning() {
    final ResultsTable table = table();
    for (final TunedGroup group : groups) {
      for (final UnitTuning unit : group.units()) {
        table.addRow();
        addName(table, group, unit);
        group
            .set()
            .circularCurve(unit.responses())
            .ifPresent(curve -> addCircular(table, CircularTuning.of(curve)));
        for (final StimulusParameter one : group.set().linear()) {
          table.addValue("Best " + one.heading(), group.set().curve(one, unit.responses()).best());
        }
        final int strongest = unit.strongest();
        table.addValue("Peak Response", unit.responses()[strongest]);
        addSource(table, group.stimuli().get(strongest));
        table.addValue("Mean", unit.mean());
        table.addValue("Deviation", unit.deviation());
        table.addValue("Reference", unit.isStandardized() ? reference : "none");
      }
    }
    return table;
  }

  private static void addName(
      final ResultsTable table, final TunedGroup group, final UnitTuning unit) {
    table.addValue("Unit", unit.unit().toString());
    if (!group.turned().isEmpty()) {
      table.addValue("Turned", group.turned());
    }
  }

  private static void addCircular(final ResultsTable table, final CircularTuning tuning) {
    table.addValue("Preferred", tuning.preferred());
    table.addValue("Width", tuning.width());
    table.addValue("Selectivity", tuning.selectivity());
    table.addValue("Circular Variance", tuning.circularVariance());
    table.addValue("Second Peak", tuning.second());
    table.addValue("Second Ratio", tuning.secondRatio());
  }

  private static void addSource(final ResultsTable table, final ShownStimuli.Shown shown) {
    final ShownStimuli.Source source = shown.source();
    table.addValue("Image", source.image());
    table.addValue("Slice", source.slice());
    if (!Double.isNaN(source.x())) {
      table.addValue("X", source.x());
      table.addValue("Y", source.y());
      table.addValue(ResultTables.COORDINATES, ResultTables.PIXELS);
    }
    if (!source.collection().isEmpty()) {
      table.addValue(ResultTables.COLLECTION, source.collection());
    }
  }

  /** A row per unit and stimulus. */
  ResultsTable curves() {
    final ResultsTable table = table();
    for (final TunedGroup group : groups) {
      final List<StimulusParameter> parameters = group.set().parameters();
      for (final UnitTuning unit : group.units()) {
        for (int i = 0; i < unit.responses().length; i++) {
          final ShownStimuli.Shown shown = group.stimuli().get(i);
          table.addRow();
          addName(table, group, unit);
          if (!group.turned().isEmpty()) {
            table.addValue("Rank", shown.rank());
          }
          parameters.forEach(one -> table.addValue(one.heading(), shown.values().get(one)));
          table.addValue("Response", unit.responses()[i]);
          addSource(table, shown);
        }
      }
    }
    return table;
  }
}
