package io.github.inceptionlens.command.circuit;

import ij.process.ImageProcessor;
import io.github.inceptionlens.circuit.diagram.CircuitEdge;
import io.github.inceptionlens.circuit.diagram.KernelFinder;
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

  /** Why there is nothing below or above the unit, a sentence each. */
  List<String> missing(final KernelFinder finder) {
    final Unit unit = circuit.unit();
    final List<String> missing = new ArrayList<>();
    if (circuit.edges().stream().noneMatch(edge -> edge.depth() > 0)) {
      missing.add(
          kind == WeightKind.DATA
              ? "no picture has a place where " + unit + " responds to what is below it"
              : "all weights that lead to " + unit + " are 0");
    }
    if (!unit.layer().equals(Architecture.LOGITS) && !feeds()) {
      missing.add("what " + unit + " feeds is not shown: " + whyNothing(finder));
    }
    return missing;
  }

  private String whyNothing(final KernelFinder finder) {
    if (!finder.above(circuit.unit()).isEmpty()) {
      return kind == WeightKind.DATA
          ? "it had no effect on any picture"
          : "all weights that lead from it are 0";
    } else if (table.isGrafted(circuit.unit().layer())) {
      return "its dictionary has no decoder by which entries act";
    }
    return kind == WeightKind.DATA && table.has(Architecture.LOGITS)
        ? "above it are classes alone, which have no places to measure effects at"
        : "no layer reads it";
  }

  private boolean feeds() {
    return circuit.edges().stream().anyMatch(edge -> edge.depth() < 0);
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
    return "What "
        + names.of(circuit.unit())
        + " is made of"
        + (feeds() ? ", and what it feeds" : "");
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
            + ". Lines are as wide as the norms of their kernels, beside the strongest between the"
            + " same columns; red excites, blue inhibits, gray does both. Each ends at its kernel, in"
            + " whose middle is the place straight below the upper unit.",
        "Next to the unit: its strongest neighbors. Further below: the units that count most for those"
            + " shown. All connections between units shown are drawn.");
  }
}
