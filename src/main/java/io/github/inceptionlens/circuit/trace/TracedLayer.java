package io.github.inceptionlens.circuit.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.circuit.node.TraceLayer;

/** What a layer computes on the traced picture, in native memory. */
final class TracedLayer {

  private final NodeCode code;
  private final NDArray row;
  private final NDArray nodes;
  private final NDArray reference;

  /**
   * @param code from the row to nodes
   * @param row [1, channel, row, column]
   * @param nodes [1, node, row, column]
   * @param reference what nodes are held at, of the nodes' shape or [1, node, 1, 1]
   */
  TracedLayer(
      final NodeCode code, final NDArray row, final NDArray nodes, final NDArray reference) {
    this.code = code;
    this.row = row;
    this.nodes = nodes;
    this.reference = reference;
  }

  NodeCode code() {
    return code;
  }

  /** [1, channel, row, column]. */
  NDArray row() {
    return row;
  }

  /** What nodes are held at. */
  NDArray reference() {
    return reference;
  }

  TraceLayer layer() {
    return code.layer();
  }

  /** The nodes less their references, in a scope of their own. */
  NDArray difference(final NDManager scope) {
    return copy(nodes, scope).sub(reference);
  }

  /** What the row is less when its nodes are at their references. */
  NDArray rowDifference(final NDManager scope) {
    final NDArray difference = difference(scope);
    return layer().isDictionary()
        ? code.decode(copy(nodes, scope)).sub(code.decode(copy(nodes, scope).sub(difference)))
        : difference;
  }

  /** What a dictionary does not explain. */
  NDArray error(final NDManager scope) {
    return copy(row, scope).sub(code.decode(copy(nodes, scope)));
  }

  /** The same values, so that what is computed from them belongs to another scope. */
  static NDArray copy(final NDArray values, final NDManager scope) {
    final NDArray copy = values.duplicate();
    copy.attach(scope);
    return copy;
  }
}
