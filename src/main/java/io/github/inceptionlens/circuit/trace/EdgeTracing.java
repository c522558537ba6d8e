package io.github.inceptionlens.circuit.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.circuit.node.TraceLayer;
import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.gradient.ValueGradients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What lower nodes of a circuit, and the errors of dictionaries, add to the answer through those of
 * the next layer.
 *
 * @param network that is traced
 * @param layers values on the picture, the lowest layer first
 * @param slopes derivatives of the answer with respect to the rows
 * @param most how many gradients the memory holds at once
 */
record EdgeTracing(InceptionV1 network, List<TracedLayer> layers, List<NDArray> slopes, int most) {

  /** An upper end, and what its values times the answer's derivatives there sum to. */
  private record UpperEnd(String name, Objective weighted) {}

  /** The edges, strongest first. */
  List<TraceEdge> edges(final Circuit circuit, final Progress progress) {
    final List<TraceEdge> edges = new ArrayList<>();
    for (int upper = 1; upper < layers.size(); upper++) {
      progress.at(
          (double) circuit.nodes().first(upper) / circuit.nodes().count(),
          "Connecting " + layers.get(upper).layer().name());
      edges.addAll(edges(circuit, upper));
    }
    edges.sort(Comparator.comparingDouble(edge -> -Math.abs(edge.strength())));
    return edges;
  }

  private List<TraceEdge> edges(final Circuit circuit, final int upper) {
    final List<TraceEdge> edges = new ArrayList<>();
    try (NDManager scope = network.newManager()) {
      final List<UpperEnd> ends = ends(circuit, upper, scope);
      for (int start = 0; start < ends.size(); start += most) {
        edges.addAll(
            edges(circuit, upper, ends.subList(start, Math.min(ends.size(), start + most))));
      }
    }
    return edges;
  }

  private static List<Integer> kept(final Circuit circuit, final int layer) {
    final TraceNodes nodes = circuit.nodes();
    return circuit.kept().stream()
        .filter(node -> node >= nodes.first(layer) && node < nodes.first(layer + 1))
        .boxed()
        .toList();
  }

  private List<UpperEnd> ends(final Circuit circuit, final int upper, final NDManager scope) {
    final TracedLayer above = layers.get(upper);
    final TraceLayer layer = above.layer();
    final NDArray slope = TracedLayer.copy(slopes.get(upper), scope);
    final NDArray weights = above.code().atNodes(slope, scope);
    final List<UpperEnd> ends = new ArrayList<>();
    for (final int node : kept(circuit, upper)) {
      final int channel = node - circuit.nodes().first(upper);
      ends.add(
          new UpperEnd(
              circuit.nodes().unit(node).toString(), weighted(layer.name(), channel, weights)));
    }
    if (layer.isDictionary()) {
      ends.add(new UpperEnd(layer.error(), weightedError(layer, slope)));
    }
    return ends;
  }

  private static Objective weighted(final String name, final int channel, final NDArray weights) {
    final NDArray own = weights.get(new NDIndex(":, {}", channel));
    return new Objective(
        List.of(name),
        values -> {
          final NDArray map = values.get(name).get(new NDIndex(":, {}", channel));
          return sum(map.mul(own));
        });
  }

  private static Objective weightedError(final TraceLayer layer, final NDArray slope) {
    final String decoded = layer.name() + Graft.DECODED;
    return new Objective(
        List.of(layer.row(), decoded),
        values -> sum(values.get(layer.row()).sub(values.get(decoded)).mul(slope)));
  }

  private static NDArray sum(final NDArray values) {
    return values.reshape(new Shape(values.getShape().get(0), -1)).sum(new int[] {1});
  }

  private List<TraceEdge> edges(final Circuit circuit, final int upper, final List<UpperEnd> ends) {
    final TracedLayer below = layers.get(upper - 1);
    final TraceNodes nodes = circuit.nodes();
    final List<TraceEdge> edges = new ArrayList<>();
    try (NDManager scope = network.newManager()) {
      final NDArray back = back(below, ends, scope);
      final float[] strengths =
          below
              .code()
              .atNodes(back, scope)
              .mul(below.difference(scope))
              .sum(new int[] {2, 3})
              .toFloatArray();
      for (int i = 0; i < ends.size(); i++) {
        for (final int node : kept(circuit, upper - 1)) {
          final int index = i * below.layer().count() + node - nodes.first(upper - 1);
          edges.add(
              new TraceEdge(nodes.unit(node).toString(), ends.get(i).name(), strengths[index]));
        }
      }
      if (below.layer().isDictionary()) {
        final float[] errors = back.mul(below.error(scope)).sum(new int[] {1, 2, 3}).toFloatArray();
        for (int i = 0; i < ends.size(); i++) {
          edges.add(new TraceEdge(below.layer().error(), ends.get(i).name(), errors[i]));
        }
      }
    }
    return edges;
  }

  /** Derivatives of the upper ends with respect to the row below, [end, channel, row, column]. */
  private NDArray back(final TracedLayer below, final List<UpperEnd> ends, final NDManager scope) {
    final String row = below.layer().row();
    final NDArray start = below.row().repeat(0, ends.size());
    start.attach(scope);
    final Objective each = Objective.each(ends.stream().map(UpperEnd::weighted).toList());
    return ValueGradients.of(network, Map.of(row, start), List.of(row), each, scope).get(row);
  }
}
