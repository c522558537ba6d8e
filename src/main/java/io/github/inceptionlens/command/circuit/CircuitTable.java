package io.github.inceptionlens.command.circuit;

import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.diagram.CircuitEdge;
import io.github.inceptionlens.circuit.diagram.ErrorEdge;
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

  /**
   * A row per connection, then one for each error node and the unit into which it goes.
   *
   * @param errors empty where there are no dictionaries
   */
  static ResultsTable of(
      final Architecture network,
      final WeightKind kind,
      final UnitCircuit circuit,
      final List<ErrorEdge> errors) {
    final KernelTable rows = new KernelTable(kind);
    final ResultsTable table = rows.table();
    final UnitNames names = new UnitNames(network);
    for (final CircuitEdge edge : circuit.edges()) {
      final WeightKernel kernel = edge.kernel();
      add(rows, kernel, edge.depth());
      table.addValue("From_Name", names.of(kernel.from()));
      table.addValue("To_Name", names.of(kernel.to()));
      if (!errors.isEmpty()) {
        table.addValue("Error Share", Double.NaN);
      }
    }
    for (final ErrorEdge error : errors) {
      add(rows, error.kernel(), depth(circuit, error));
      table.addValue("From", error.from());
      table.addValue("From_Name", error.from());
      table.addValue("To_Name", names.of(error.to()));
      table.addValue("Error Share", error.share());
    }
    return table;
  }

  private static void add(final KernelTable rows, final WeightKernel kernel, final int depth) {
    rows.add(List.of(kernel));
    rows.table().addValue("Balance", kernel.balance());
    rows.table().addValue("Sign", sign(kernel.balance()));
    rows.table().addValue("Depth", depth);
  }

  /** How deep the entries lie beside which an error stands. */
  private static int depth(final UnitCircuit circuit, final ErrorEdge error) {
    return circuit.edges().stream()
        .filter(edge -> edge.kernel().from().layer().equals(error.dictionary()))
        .filter(edge -> edge.kernel().to().equals(error.to()))
        .mapToInt(CircuitEdge::depth)
        .findFirst()
        .orElseThrow();
  }

  private static String sign(final double balance) {
    if (Math.abs(balance) < CLEAR) {
      return "both";
    }
    return balance > 0 ? "excites" : "inhibits";
  }
}
