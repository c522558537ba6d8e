package io.github.inceptionlens.circuit.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.gradient.ValueGradients;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks the network layer by layer with every node outside a circuit held at its reference, many
 * circuits at once.
 *
 * @param network that is traced
 * @param answer the number at its end
 * @param layers values on the picture, the lowest layer first
 * @param most how many circuits the memory holds at once
 */
record AblatedWalk(InceptionV1 network, Objective answer, List<TracedLayer> layers, int most) {

  /** The answers, one per circuit. */
  double[] values(final List<Circuit> circuits, final Progress progress) {
    final double[] values = new double[circuits.size()];
    for (int start = 0; start < values.length; start += most) {
      progress.at((double) start / values.length, "Ablating");
      final List<Circuit> some = circuits.subList(start, Math.min(values.length, start + most));
      final float[] own = batch(some);
      for (int i = 0; i < own.length; i++) {
        values[start + i] = own[i];
      }
    }
    return values;
  }

  private float[] batch(final List<Circuit> circuits) {
    NDManager scope = network.newManager();
    try {
      NDArray row = TracedLayer.copy(layers.get(0).row(), scope);
      for (int layer = 0; layer < layers.size() - 1; layer++) {
        final NDArray held = held(row, layer, circuits, scope);
        final String next = layers.get(layer + 1).layer().row();
        row = walk(held, layer, List.of(next)).get(next);
        final NDManager above = network.newManager();
        row.attach(above);
        scope.close();
        scope = above;
      }
      final int last = layers.size() - 1;
      final NDArray held = held(row, last, circuits, scope);
      return answer.value().of(walk(held, last, answer.names())).toFloatArray();
    } finally {
      scope.close();
    }
  }

  private Map<String, NDArray> walk(
      final NDArray values, final int layer, final List<String> names) {
    return network.walk(
        Map.of(layers.get(layer).layer().row(), values), names, network.operations()::compute);
  }

  /** A row with its nodes at their references, but for those of the circuits. */
  private NDArray held(
      final NDArray row, final int index, final List<Circuit> circuits, final NDManager scope) {
    final NDArray nodes = layers.get(index).code().encode(row);
    return held(row, nodes, index, circuits, scope);
  }

  private NDArray held(
      final NDArray row,
      final NDArray nodes,
      final int index,
      final List<Circuit> circuits,
      final NDManager scope) {
    final TracedLayer layer = layers.get(index);
    final int count = layer.layer().count();
    final float[] kept = new float[circuits.size() * count];
    for (int i = 0; i < kept.length; i++) {
      final Circuit circuit = circuits.get(i / count);
      kept[i] = circuit.kept().get(circuit.nodes().first(index) + i % count) ? 1 : 0;
    }
    final NDArray mask = scope.create(kept, new Shape(circuits.size(), count, 1, 1));
    final NDArray changed = nodes.mul(mask).add(mask.sub(1).neg().mul(layer.reference()));
    return layer.code().changed(row, nodes, changed);
  }

  /**
   * What each node adds, or would add, to the answer of a circuit: the derivative there times the
   * node's difference from its reference.
   *
   * @return one per node
   */
  double[] marginals(final Circuit circuit) {
    final List<String> rows = layers.stream().map(one -> one.layer().row()).toList();
    final Map<String, NDArray> nodes = new HashMap<>();
    final double[] marginals = new double[circuit.nodes().count()];
    try (NDManager scope = network.newManager()) {
      final Map<String, NDArray> slopes =
          ValueGradients.of(
              network,
              Map.of(rows.get(0), layers.get(0).row()),
              rows,
              answer,
              (row, value) -> {
                final int index = rows.indexOf(row);
                final NDArray own = layers.get(index).code().encode(value);
                nodes.put(row, TracedLayer.copy(own.stopGradient(), scope));
                return held(value, own, index, List.of(circuit), value.getManager());
              },
              scope);
      for (int i = 0; i < rows.size(); i++) {
        final TracedLayer layer = layers.get(i);
        final float[] own =
            layer
                .code()
                .atNodes(slopes.get(rows.get(i)), scope)
                .mul(nodes.get(rows.get(i)).sub(layer.reference()))
                .sum(new int[] {2, 3})
                .toFloatArray();
        for (int j = 0; j < own.length; j++) {
          marginals[circuit.nodes().first(i) + j] = own[j];
        }
      }
    }
    return marginals;
  }
}
