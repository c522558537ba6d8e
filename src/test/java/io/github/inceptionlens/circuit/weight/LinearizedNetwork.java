package io.github.inceptionlens.circuit.weight;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.engine.WindowOperations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A network with all that is not linear off, as the engine computes and differentiates it. */
final class LinearizedNetwork {

  private LinearizedNetwork() {}

  /** The network without biases and rectifiers, its pools means, its norms their slopes. */
  static NDArray run(
      final InceptionV1 network, final String from, final NDArray x, final String to) {
    final Map<String, NDArray> given = new HashMap<>();
    for (final String other : new WayBack(network.architecture(), from, to).given()) {
      final long channels = KernelReach.channels(network.architecture(), other);
      final Shape shape = new Shape(1, channels, x.getShape().get(2), x.getShape().get(3));
      given.put(other, x.getManager().zeros(shape));
    }
    given.put(from, x);
    return network.walk(given, List.of(to), (node, inputs) -> row(network, node, inputs)).get(to);
  }

  private static NDArray row(
      final InceptionV1 network, final Node node, final List<NDArray> inputs) {
    final NDArray x = inputs.get(0);
    if (node.op() instanceof Operation.Convolution op) {
      final NDArray weight = network.operations().weight(op.parameters());
      return WindowOperations.convolution(x, op.window(), weight, null);
    } else if (node.op() instanceof Operation.MaxPool pool) {
      return mean(x, pool.window());
    } else if (node.op() instanceof Operation.ResponseNorm norm) {
      return x.mul(Math.pow(norm.bias(), -norm.beta()));
    } else if (node.op().isRectifying()) {
      return x.mul(1);
    }
    return network.operations().compute(node, inputs);
  }

  private static NDArray mean(final NDArray x, final SlidingWindow window) {
    final int length = window.kernel();
    final NDArray weight =
        x.getManager().ones(new Shape(1, 1, length, length)).div(length * length);
    final Shape shape = x.getShape();
    final NDArray one = x.reshape(shape.get(1), 1, shape.get(2), shape.get(3));
    final NDArray pooled = WindowOperations.convolution(one, window, weight, null);
    return pooled.reshape(1, shape.get(1), pooled.getShape().get(2), pooled.getShape().get(3));
  }
}
