package io.github.inceptionlens.circuit.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.gradient.ValueGradients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What lower nodes of a circuit add to the answer through those of the next layer.
 *
 * @param network that is traced
 * @param layers values on the picture, the lowest layer first
 * @param slopes derivatives of the answer with respect to the rows
 * @param most how many gradients the memory holds at once
 */
record EdgeTracing(InceptionV1 network, List<TracedLayer> layers, List<NDArray> slopes, int most) {

  /** The edges, strongest first. */
  List<TraceEdge> edges(final Circuit circuit, final Progress progress) {
    final List<TraceEdge> edges = new ArrayList<>();
    for (int upper = 1; upper < layers.size(); upper++) {
      final TraceNodes nodes = circuit.nodes();
      final List<Integer> units = circuit.kept().stream().filter(in(nodes, upper)).boxed().toList();
      for (int start = 0; start < units.size(); start += most) {
        progress.at(
            (double) nodes.first(upper) / nodes.count(),
            "Connecting " + layers.get(upper).layer().name());
        final List<Integer> some = units.subList(start, Math.min(units.size(), start + most));
        edges.addAll(edges(circuit, upper, some));
      }
    }
    edges.sort(Comparator.comparingDouble(edge -> -Math.abs(edge.strength())));
    return edges;
  }

  private static IntPredicate in(final TraceNodes nodes, final int layer) {
    return node -> node >= nodes.first(layer) && node < nodes.first(layer + 1);
  }

  private List<TraceEdge> edges(final Circuit circuit, final int upper, final List<Integer> units) {
    final TraceNodes nodes = circuit.nodes();
    final TracedLayer below = layers.get(upper - 1);
    final int[] lower = circuit.kept().stream().filter(in(nodes, upper - 1)).toArray();
    final List<TraceEdge> edges = new ArrayList<>();
    try (NDManager scope = network.newManager()) {
      final NDArray effects = effects(below, upper, units, nodes, scope);
      final float[] strengths = effects.toFloatArray();
      final int count = below.layer().count();
      for (int i = 0; i < units.size(); i++) {
        for (final int node : lower) {
          final float strength = strengths[i * count + node - nodes.first(upper - 1)];
          edges.add(new TraceEdge(nodes.unit(node), nodes.unit(units.get(i)), strength));
        }
      }
    }
    return edges;
  }

  /** [upper unit, lower node]. */
  private NDArray effects(
      final TracedLayer below,
      final int upper,
      final List<Integer> units,
      final TraceNodes nodes,
      final NDManager scope) {
    final TracedLayer above = layers.get(upper);
    final NDArray slope = TracedLayer.copy(slopes.get(upper), scope);
    final NDArray weights = above.code().atNodes(slope, scope);
    final List<Objective> each =
        units.stream()
            .map(unit -> weighted(above.layer().name(), unit - nodes.first(upper), weights))
            .toList();
    final String row = below.layer().row();
    final NDArray start = below.row().repeat(0, units.size());
    start.attach(scope);
    final NDArray back =
        ValueGradients.of(network, Map.of(row, start), List.of(row), Objective.each(each), scope)
            .get(row);
    return below.code().atNodes(back, scope).mul(below.difference(scope)).sum(new int[] {2, 3});
  }

  private static Objective weighted(final String name, final int channel, final NDArray weights) {
    final NDArray own = weights.get(new NDIndex(":, {}", channel));
    return new Objective(
        List.of(name),
        values -> {
          final NDArray map = values.get(name).get(new NDIndex(":, {}", channel));
          return map.mul(own).reshape(new Shape(map.getShape().get(0), -1)).sum(new int[] {1});
        });
  }
}
