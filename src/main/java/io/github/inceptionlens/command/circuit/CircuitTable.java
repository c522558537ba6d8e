package io.github.inceptionlens.command.circuit;

import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.diagram.CircuitEdge;
import io.github.inceptionlens.circuit.diagram.UnitCircuit;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.circuit.weight.WeightKind;
import io.github.inceptionlens.command.unit.UnitNames;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;

/** The connections of a circuit as a table. */
final class CircuitTable {

  private static final double CLEAR = 1.0 / 3;

  private CircuitTable() {}

  static ResultsTable of(
      final Architecture network, final WeightKind kind, final UnitCircuit circuit) {
    final KernelTable rows = new KernelTable(kind);
    final ResultsTable table = rows.table();
    final UnitNames names = new UnitNames(network);
    for (final CircuitEdge edge : circuit.edges()) {
      final WeightKernel kernel = edge.kernel();
      rows.add(List.of(kernel));
      table.addValue("Balance", kernel.balance());
      table.addValue("Sign", sign(kernel.balance()));
      table.addValue("Depth", edge.depth());
      table.addValue("From_Name", names.of(kernel.from()));
      table.addValue("To_Name", names.of(kernel.to()));
    }
    return table;
  }

  private static String sign(final double balance) {
    if (Math.abs(balance) < CLEAR) {
      return "both";
    }
    return balance > 0 ? "excites" : "inhibits";
  }
}
