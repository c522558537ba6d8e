package io.github.inceptionlens.command.circuit;

import ij.process.ImageProcessor;
import io.github.inceptionlens.circuit.diagram.CircuitEdge;
import io.github.inceptionlens.circuit.diagram.ErrorEdge;
import io.github.inceptionlens.circuit.diagram.KernelFinder;
import io.github.inceptionlens.circuit.diagram.UnitCircuit;
import io.github.inceptionlens.circuit.weight.ExpandedWeights;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.circuit.weight.WeightKind;
import io.github.inceptionlens.command.diagram.DiagramEdge;
import io.github.inceptionlens.command.diagram.DiagramGraph;
import io.github.inceptionlens.command.diagram.DiagramNode;
import io.github.inceptionlens.command.unit.UnitNames;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.Graft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the diagram of a unit's circuit shows. */
final class CircuitGraph {

  private static final double PERCENT = 100;

  private final Architecture table;
  private final UnitNames names;
  private final WeightKind kind;
  private final UnitCircuit circuit;
  private final List<ErrorEdge> errors;

  /**
   * @param errors what goes past the entries of dictionaries, where that was measured
   */
  CircuitGraph(
      final Architecture table,
      final WeightKind kind,
      final UnitCircuit circuit,
      final List<ErrorEdge> errors) {
    this.table = table;
    names = new UnitNames(table);
    this.kind = kind;
    this.circuit = circuit;
    this.errors = List.copyOf(errors);
  }

  /** How much goes past the entries of each dictionary into the units shown, a sentence each. */
  static List<String> shares(final List<ErrorEdge> errors) {
    final Map<String, List<ErrorEdge>> byDictionary =
        errors.stream()
            .collect(
                Collectors.groupingBy(
                    ErrorEdge::dictionary, LinkedHashMap::new, Collectors.toList()));
    return byDictionary.values().stream()
        .map(
            own ->
                String.format(
                    Locale.ROOT,
                    "%.1f %% of the influence of the layer of %s on the units shown above it (mean of"
                        + " %d) passes %s",
                    PERCENT * own.stream().mapToDouble(ErrorEdge::share).average().orElse(0),
                    own.get(0).dictionary(),
                    own.size(),
                    own.get(0).from()))
        .toList();
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
    } else if (!ExpandedWeights.acts(table, circuit.unit().layer())) {
      return "its dictionary has no decoder by which entries act";
    }
    return kind == WeightKind.DATA && table.has(Architecture.LOGITS)
        ? "above it are classes alone, which have no places to measure effects at"
        : "none of these layers reads it";
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
    final List<DiagramEdge> edges =
        new ArrayList<>(
            circuit.edges().stream().map(CircuitEdge::kernel).map(CircuitGraph::edge).toList());
    addErrors(columns, nodes, edges);
    return new DiagramGraph(
        heading(), columns.stream().map(CircuitGraph::heading).toList(), nodes, edges, notes());
  }

  /** An error stands in the column of its dictionary's entries; one that does nothing, nowhere. */
  private void addErrors(
      final List<List<Unit>> columns,
      final List<DiagramNode> nodes,
      final List<DiagramEdge> edges) {
    final Set<String> added = new HashSet<>();
    for (final ErrorEdge error : errors.stream().filter(one -> one.kernel().norm() > 0).toList()) {
      if (added.add(error.from())) {
        nodes.add(
            DiagramNode.other(error.from(), column(columns, error.dictionary()), error.from()));
      }
      final WeightKernel kernel = error.kernel();
      edges.add(
          new DiagramEdge(
              error.from(),
              error.to().toString(),
              kernel.norm(),
              kernel.balance(),
              kernel.values()));
    }
  }

  private static int column(final List<List<Unit>> columns, final String dictionary) {
    return IntStream.range(0, columns.size())
        .filter(
            column ->
                columns.get(column).stream().anyMatch(unit -> unit.layer().equals(dictionary)))
        .findFirst()
        .orElseThrow();
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

  private boolean leadsFromEntries() {
    return circuit.edges().stream()
        .filter(edge -> edge.depth() > 0)
        .anyMatch(edge -> table.has(edge.kernel().from().layer() + Graft.DECODED));
  }

  private List<String> notes() {
    final List<String> notes = new ArrayList<>();
    notes.add(
        kind.words()
            + ". Lines are as wide as the norms of their kernels, beside the strongest between the"
            + " same columns; red excites, blue inhibits, gray does both. Each ends at its kernel, in"
            + " whose middle is the place straight below the upper unit.");
    notes.add(
        "Next to the unit: its strongest neighbors. Further below: the units that count most for those"
            + " shown. All connections between units shown are drawn.");
    shares(errors).forEach(line -> notes.add(line + "."));
    if (kind == WeightKind.EXPANDED && leadsFromEntries()) {
      notes.add(
          "What a dictionary does not explain has no weights of its own: how=data measures what it"
              + " does.");
    }
    return notes;
  }
}
