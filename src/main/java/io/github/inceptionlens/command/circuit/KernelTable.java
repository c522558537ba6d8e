package io.github.inceptionlens.command.circuit;

import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.circuit.weight.WeightKind;
import java.util.List;

/** The strongest connections as a table. */
final class KernelTable {

  private static final int DECIMALS = 5;

  private final ResultsTable table = new ResultsTable();
  private final WeightKind kind;

  KernelTable(final WeightKind kind) {
    this.kind = kind;
    table.setPrecision(DECIMALS);
  }

  /** Adds a row per connection. */
  void add(final List<WeightKernel> strongest) {
    for (final WeightKernel one : strongest) {
      table.addRow();
      table.addValue("From", one.from().toString());
      table.addValue("To", one.to().toString());
      table.addValue("Norm", one.norm());
      table.addValue("Positive", one.positive());
      table.addValue("Negative", one.negative());
      table.addValue("Center", one.center());
      table.addValue("How", kind.label());
    }
  }

  ResultsTable table() {
    return table;
  }
}
