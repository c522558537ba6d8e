package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.Map;

/**
 * Gradients whose rectifiers follow a {@link ReluRule} that looks at the arriving gradient; every
 * other row passes the gradient on as the engine differentiates it.
 */
final class RuleBackward extends BackwardWalk {

  private RuleBackward(
      final InceptionV1 network,
      final NDArray input,
      final GradientRequest request,
      final GradientCollector collector) {
    super(network, input, request, collector);
  }

  /**
   * @param input [picture, channel, row, column]
   */
  static Derivatives run(
      final InceptionV1 network,
      final NDArray input,
      final GradientRequest request,
      final GradientCollector collector) {
    return new RuleBackward(network, input, request, collector).run();
  }

  @Override
  Map<String, NDArray> seeds() {
    return derivative(1);
  }

  /** Rectifiers follow the rule, and so does what opens some channels as a rectifier would. */
  @Override
  NDArray pull(final Node node, final NDArray input, final NDArray gradient) {
    if (node.op() instanceof Operation.Relu) {
      return request().rule().pull(input, gradient);
    }
    return node.op().isRectifying()
        ? request().rule().pull(value(node.name()), gradient)
        : pullExactly(node, input, gradient);
  }
}
