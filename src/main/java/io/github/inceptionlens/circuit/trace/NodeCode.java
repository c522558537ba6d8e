package io.github.inceptionlens.circuit.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.circuit.node.TraceLayer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.Graft;
import java.util.List;
import java.util.Map;

/**
 * From a row's values to those of its nodes and back: the same where nodes are channels. What a
 * dictionary does not explain goes on unchanged, as its error node.
 *
 * @param network that is traced
 * @param layer whose nodes are meant
 */
record NodeCode(InceptionV1 network, TraceLayer layer) {

  /** The row that a dictionary reads. */
  private String read() {
    final Architecture table = network.architecture();
    final String name = layer.name();
    final String strengths = name + Architecture.PRE_RELU;
    return table.node(table.has(strengths) ? strengths : name).inputs().get(0);
  }

  /** The nodes' values, [entry, node, row, column]. */
  NDArray encode(final NDArray row) {
    return layer.isDictionary() ? compute(Map.of(read(), row), layer.name()) : row;
  }

  private NDArray compute(final Map<String, NDArray> given, final String name) {
    return network.walk(given, List.of(name), network.operations()::compute).get(name);
  }

  /**
   * The row's values after a change of its nodes.
   *
   * @param row before
   * @param nodes before
   * @param changed the nodes after
   */
  NDArray changed(final NDArray row, final NDArray nodes, final NDArray changed) {
    return layer.isDictionary() ? row.add(decode(changed).sub(decode(nodes))) : changed;
  }

  /** What a dictionary rebuilds. */
  NDArray decode(final NDArray nodes) {
    return compute(Map.of(layer.name(), nodes), layer.name() + Graft.DECODED);
  }

  /**
   * Derivatives with respect to nodes.
   *
   * @param slope with respect to the row, [entry, channel, row, column]
   */
  NDArray atNodes(final NDArray slope, final NDManager scope) {
    if (!layer.isDictionary()) {
      return slope;
    }
    final Shape shape = slope.getShape();
    final NDArray decoder =
        scope.create(
            network.operations().values(layer.name() + Graft.DECODED + "_w"),
            new Shape(shape.get(1), layer.count()));
    return decoder
        .transpose()
        .matMul(slope.reshape(shape.get(0), shape.get(1), shape.get(2) * shape.get(3)))
        .reshape(shape.get(0), layer.count(), shape.get(2), shape.get(3));
  }
}
