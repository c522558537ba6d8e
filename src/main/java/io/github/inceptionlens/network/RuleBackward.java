package io.github.inceptionlens.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks the table backwards, row by row, so that rectifiers can follow a {@link ReluRule} that
 * looks at the arriving gradient; every other row passes the gradient on as the engine
 * differentiates it.
 *
 * <p>Starts with the values of all rows and frees them on the way down.
 */
final class RuleBackward {

  private final InceptionV1 network;
  private final GradientRequest request;
  private final GradientCollector collector;
  private final List<Node> path;
  private final Map<String, NDArray> values;
  private final Map<String, NDArray> gradients = new HashMap<>();
  private final Map<String, NDArray> answers = new HashMap<>();

  private RuleBackward(
      final InceptionV1 network,
      final NDArray input,
      final GradientRequest request,
      final GradientCollector collector) {
    this.network = network;
    this.request = request;
    this.collector = collector;
    final List<String> names = network.canonical(request.objective().names());
    path = new Walk(network.architecture(), List.of(Architecture.INPUT), names).path();
    final Set<String> all = new LinkedHashSet<>();
    path.forEach(node -> all.add(node.name()));
    final Map<String, NDArray> given = Map.of(Architecture.INPUT, input);
    values = new HashMap<>(network.walk(given, all, network.kernels()::differentiable));
    values.putAll(given);
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

  private Derivatives run() {
    final NDArray objective = seed();
    final List<Node> backwards = new ArrayList<>(path);
    Collections.reverse(backwards);
    for (final Node node : backwards) {
      final NDArray gradient = gradients.remove(node.name());
      if (gradient != null) {
        back(node, gradient);
      }
    }
    final Map<String, NDArray> activations = new HashMap<>();
    answers.keySet().forEach(layer -> activations.put(layer, values.get(layer)));
    return new Derivatives(objective, gradients.get(Architecture.INPUT), activations, answers);
  }

  /** Differentiates the objective with respect to the places it reads. */
  private NDArray seed() {
    final Map<String, NDArray> leaves = new HashMap<>();
    for (final String name : network.canonical(request.objective().names())) {
      leaves.put(name, leaf(values.get(name)));
    }
    final NDArray objective = request.objective().value().of(leaves);
    collector.backward(objective);
    leaves.forEach((name, leaf) -> gradients.put(name, leaf.getGradient()));
    leaves.values().forEach(NDArray::close);
    return objective;
  }

  private static NDArray leaf(final NDArray value) {
    final NDArray leaf = value.stopGradient();
    leaf.setRequiresGradient(true);
    return leaf;
  }

  private void back(final Node node, final NDArray gradient) {
    if (node.op() instanceof Op.Concat) {
      backThroughConcat(node, gradient);
    } else {
      final String input = node.inputs().get(0);
      add(
          input,
          node.op() instanceof Op.Relu
              ? request.rule().pull(values.get(input), gradient)
              : pulled(node, values.get(input), gradient));
    }
    if (request.layers().contains(node.name())) {
      answers.put(node.name(), gradient);
    } else {
      gradient.close();
      values.remove(node.name()).close();
    }
  }

  private void backThroughConcat(final Node node, final NDArray gradient) {
    long start = 0;
    for (final String input : node.inputs()) {
      final long end = start + values.get(input).getShape().get(1);
      add(input, gradient.get(new NDIndex(":, {}:{}", start, end)));
      start = end;
    }
  }

  private NDArray pulled(final Node node, final NDArray input, final NDArray gradient) {
    try (NDArray leaf = leaf(input);
        NDArray output = network.kernels().differentiable(node, List.of(leaf));
        NDArray product = output.mul(gradient);
        NDArray sum = product.sum()) {
      collector.backward(sum);
      return leaf.getGradient();
    }
  }

  private void add(final String name, final NDArray gradient) {
    gradients.merge(name, gradient, RuleBackward::sum);
  }

  private static NDArray sum(final NDArray a, final NDArray b) {
    try (a;
        b) {
      return a.add(b);
    }
  }
}
