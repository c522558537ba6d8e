package io.github.inceptionlens.command.trace;

import ij.process.ImageProcessor;
import io.github.inceptionlens.circuit.node.TraceLayer;
import io.github.inceptionlens.circuit.trace.NodeMap;
import io.github.inceptionlens.circuit.trace.TraceEdge;
import io.github.inceptionlens.command.diagram.DiagramEdge;
import io.github.inceptionlens.command.diagram.DiagramGraph;
import io.github.inceptionlens.command.diagram.DiagramNode;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The circuit of an answer as a graph: a column per layer, the answer as the last. */
final class TraceDiagram {

  /** So many edges are drawn into each node, and at least one out of each. */
  static final int EDGES = 3;

  private static final String ANSWER = "answer";
  private static final double PERCENT = 100;

  private final TraceFindings found;
  private final DiagramNode answer;
  private final EntryLabels labels;

  /**
   * @param target what was traced, for readers
   * @param asked the unit or the class that was traced, where it is a single one
   */
  TraceDiagram(
      final TraceFindings found,
      final String target,
      final Optional<Unit> asked,
      final EntryLabels labels) {
    this.found = found;
    this.labels = labels;
    final String value = String.format(Locale.ROOT, "%.4g", found.result().full());
    final int column = found.nodes().layers().size();
    answer =
        asked
            .map(unit -> DiagramNode.of(unit, column, target, value))
            .orElseGet(() -> DiagramNode.other(ANSWER, column, target, value))
            .emphasis();
  }

  /**
   * The graph.
   *
   * @param icons of units, as far as there are any
   * @param notes what stands below it first
   */
  DiagramGraph graph(
      final String title, final Map<Unit, ImageProcessor> icons, final List<String> notes) {
    final List<TraceLayer> layers = found.nodes().layers();
    final List<String> columns = new ArrayList<>(layers.stream().map(TraceLayer::name).toList());
    columns.add(ANSWER);
    final List<DiagramNode> nodes = new ArrayList<>();
    for (final NodeMap map : found.result().maps()) {
      nodes.add(node(map.unit(), Optional.ofNullable(icons.get(map.unit()))));
    }
    for (final TraceLayer layer : found.dictionaries()) {
      final double error = found.error(TraceFindings.SCORE, layer);
      final String name = layer.error();
      nodes.add(DiagramNode.other(name, layers.indexOf(layer), name, words(error)));
    }
    nodes.add(
        answer.with(
            answer.unit().map(icons::get).map(ImageProcessor::getBufferedImage), List.of()));
    final List<TraceEdge> shown = shown();
    final List<DiagramEdge> edges = new ArrayList<>();
    shown.forEach(edge -> edges.add(DiagramEdge.signed(edge.from(), edge.to(), edge.strength())));
    addLast(edges);
    return new DiagramGraph(title, columns, nodes, edges, all(notes, shown.size()));
  }

  private DiagramNode node(final Unit unit, final Optional<ImageProcessor> icon) {
    final List<String> caption = new ArrayList<>(List.of(unit.toString()));
    labels.of(unit).ifPresent(caption::add);
    caption.add(words(found.score(unit)));
    return DiagramNode.of(unit, column(unit), caption.toArray(String[]::new))
        .with(icon.map(ImageProcessor::getBufferedImage), List.of());
  }

  private int column(final Unit unit) {
    return found.nodes().layer(found.nodes().index(unit));
  }

  private String words(final double score) {
    return found.span().isDefined()
        ? String.format(Locale.ROOT, "%+.3g (%.0f %%)", score, PERCENT * found.span().share(score))
        : String.format(Locale.ROOT, "%+.3g", score);
  }

  /** The nodes of the highest layer, and its error, act on the answer itself. */
  private void addLast(final List<DiagramEdge> edges) {
    final int last = found.nodes().layers().size() - 1;
    found.result().maps().stream()
        .map(NodeMap::unit)
        .filter(unit -> column(unit) == last)
        .forEach(
            unit ->
                edges.add(DiagramEdge.signed(unit.toString(), answer.key(), found.score(unit))));
    final TraceLayer layer = found.nodes().layers().get(last);
    if (layer.isDictionary()) {
      edges.add(
          DiagramEdge.signed(layer.error(), answer.key(), found.error(TraceFindings.SCORE, layer)));
    }
  }

  /** The strongest edges into each node, and the strongest out of those that would have none. */
  private List<TraceEdge> shown() {
    final Map<String, Integer> entering = new HashMap<>();
    final Set<String> left = new HashSet<>();
    final List<TraceEdge> shown = new ArrayList<>();
    for (final TraceEdge edge : found.result().edges()) {
      final boolean isStrong = entering.getOrDefault(edge.to(), 0) < EDGES;
      if (edge.strength() != 0 && (isStrong || !left.contains(edge.from()))) {
        entering.merge(edge.to(), 1, Integer::sum);
        left.add(edge.from());
        shown.add(edge);
      }
    }
    return shown;
  }

  private List<String> all(final List<String> notes, final int shown) {
    final List<String> all = new ArrayList<>(notes);
    all.add(
        "Below each unit: what it adds to the answer (part of the whole difference). A line: what the"
            + " lower unit adds to the answer through the upper one; red adds, blue takes away; its"
            + " width is its part of the strongest between the same columns.");
    found.dictionaries().forEach(layer -> all.add(found.errorWords(layer) + "."));
    final int edges = found.result().edges().size();
    if (shown < edges) {
      all.add(
          String.format(
              Locale.ROOT,
              "Of %,d connections the %d strongest into each unit, and the strongest out of each, are"
                  + " drawn; the table has all.",
              edges,
              EDGES));
    }
    return all;
  }
}
