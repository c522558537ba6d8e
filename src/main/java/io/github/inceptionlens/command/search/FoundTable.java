package io.github.inceptionlens.command.search;

import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.search.FoundUnit;

/** The table of found units. */
final class FoundTable {

  private static final int DECIMALS = 4;

  private final ResultsTable table = new ResultsTable();
  private final long counted;
  private final String what;
  private final boolean labeled;

  /**
   * @param counted how many places or pictures there were
   * @param what the heading for that
   * @param labeled whether rows are about labels
   */
  FoundTable(final long counted, final String what, final boolean labeled) {
    this.counted = counted;
    this.what = what;
    this.labeled = labeled;
    table.setPrecision(DECIMALS);
  }

  void add(final FoundUnit unit, final String label) {
    table.addRow();
    table.addValue("Unit", unit.unit());
    table.addValue("Area under ROC", unit.told().area());
    table.addValue("Average Precision", unit.told().averagePrecision());
    table.addValue("Prevalence", unit.told().prevalence());
    table.addValue("Permuted", unit.permuted());
    if (labeled) {
      table.addValue("Label", label);
    }
    table.addValue("Chosen Area", unit.chosen());
    table.addValue(what, counted);
    unit.example().ifPresent(this::add);
  }

  private void add(final FoundUnit.Example example) {
    table.addValue("Image", example.picture().image());
    table.addValue("Slice", example.picture().slice());
    if (!labeled) {
      table.addValue("X", example.x());
      table.addValue("Y", example.y());
    }
  }

  ResultsTable table() {
    return table;
  }
}
