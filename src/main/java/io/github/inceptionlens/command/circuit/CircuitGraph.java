package io.github.inceptionlens.command.circuit;

import ij.process.ImageProcessor;
import io.github.inceptionlens.circuit.diagram.CircuitEdge;
import io.github.inceptionlens.circuit.diagram.UnitCircuit;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.circuit.weight.WeightKind;
import io.github.inceptionlens.command.diagram.DiagramEdge;
import io.github.inceptionlens.command.diagram.DiagramGraph;
import io.github.inceptionlens.command.diagram.DiagramNode;
import io.github.inceptionlens.command.unit.UnitNames;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the diagram of a unit's circuit shows. */
final class CircuitGraph {

  private final Architecture table;
  private final UnitNames names;
  private final WeightKind kind;
  private final UnitCircuit circuit;

  CircuitGraph(final Architecture table, final WeightKind kind, final UnitCircuit circuit) {
    this.table = table;
    names = new UnitNames(table);
    this.kind = kind;
    this.circuit = circuit;
  }

  /** What the image is called. */
  String title() {
    return "Circuit of " + names.plain(circuit.unit());
  }

  /**
   * The graph.
   *
   * @param icons what units look for, as far as that is known
   * @param crops what drives them most
   */
  DiagramGraph graph(final Map<Unit, ImageProcessor> icons, final KeptCrops crops) {
    final List<List<Unit>> columns = circuit.columns();
    final List<DiagramNode> nodes = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      for (final Unit unit : columns.get(column)) {
        nodes.add(
            node(unit, column)
                .with(
                    Optional.ofNullable(icons.get(unit)).map(ImageProcessor::getBufferedImage),
                    crops.of(unit)));
      }
    }
    return new DiagramGraph(
        heading(),
        columns.stream().map(CircuitGraph::heading).toList(),
        nodes,
        circuit.edges().stream().map(CircuitEdge::kernel).map(CircuitGraph::edge).toList(),
        notes());
  }

  private DiagramNode node(final Unit unit, final int column) {
    final List<String> caption = new ArrayList<>(List.of(names.plain(unit)));
    if (UnitNames.isDrawn(unit)) {
      table.entryLabels().of(unit).ifPresent(caption::add);
    }
    final DiagramNode node =
        unit.layer().equals(Architecture.INPUT)
            ? DiagramNode.other(unit.toString(), column, caption.toArray(String[]::new))
            : DiagramNode.of(unit, column, caption.toArray(String[]::new));
    return unit.equals(circuit.unit()) ? node.emphasis() : node;
  }

  private String heading() {
    final boolean feeds = circuit.edges().stream().anyMatch(edge -> edge.depth() < 0);
    return "What "
        + names.of(circuit.unit())
        + " is made of"
        + (feeds ? ", and what it feeds" : "");
  }

  private static String heading(final List<Unit> column) {
    return column.stream()
        .map(Unit::layer)
        .map(layer -> layer.equals(Architecture.LOGITS) ? "classes" : layer)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static DiagramEdge edge(final WeightKernel kernel) {
    return new DiagramEdge(
        kernel.from().toString(),
        kernel.to().toString(),
        kernel.norm(),
        kernel.balance(),
        kernel.values());
  }

  private List<String> notes() {
    return List.of(
        kind.words()
            + ". A line is as wide as the norm of its kernel, beside the strongest between the same"
            + " columns: red excites, blue inhibits, gray does both in parts. It ends at its kernel,"
            + " as stored: the place straight below the upper unit is in the middle.",
        "Next to the unit stand its strongest neighbors; further below, the units that count most for"
            + " what is shown; all connections between units that are shown are drawn.");
  }
}
