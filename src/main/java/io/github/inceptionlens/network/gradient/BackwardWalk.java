package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.engine.LayerOperations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks the table backwards, row by row: what arrives at a row's output goes on to its inputs by a
 * rule, summed where several rows read the same input.
 *
 * <p>Starts with the values of all rows and frees them on the way down.
 */
abstract class BackwardWalk {

  private final InceptionV1 network;
  private final GradientRequest request;
  private final GradientCollector collector;
  private final List<Node> path;
  private final Map<String, NDArray> values;
  private final Map<String, NDArray> arriving = new HashMap<>();
  private final Map<String, NDArray> gradients = new HashMap<>();

  /**
   * @param input [picture, channel, row, column]
   */
  BackwardWalk(
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
    values = new HashMap<>(network.walk(given, all, network.operations()::differentiable));
    values.putAll(given);
  }

  /** What arrives at the places that the objective reads. */
  abstract Map<String, NDArray> seeds();

  /**
   * What a row with one input passes on to it, as a new array.
   *
   * @param input the input's value
   * @param gradient what arrived at the row's output
   */
  abstract NDArray pull(Node node, NDArray input, NDArray gradient);

  final GradientRequest request() {
    return request;
  }

  final LayerOperations operations() {
    return network.operations();
  }

  final NDArray value(final String name) {
    return values.get(name);
  }

  /** Differentiates a number with respect to leaves made before. */
  final void backward(final NDArray number) {
    collector.backward(number);
  }

  final Derivatives run() {
    final NDArray objective = request.objective().value().of(values);
    arriving.putAll(seeds());
    final List<Node> backwards = new ArrayList<>(path);
    Collections.reverse(backwards);
    for (final Node node : backwards) {
      final NDArray gradient = arriving.remove(node.name());
      if (gradient != null) {
        back(node, gradient);
      }
    }
    final Map<String, NDArray> activations = new HashMap<>();
    gradients.keySet().forEach(layer -> activations.put(layer, values.get(layer)));
    return new Derivatives(objective, arriving.get(Architecture.INPUT), activations, gradients);
  }

  /**
   * The objective's derivative with respect to the places it reads.
   *
   * @param part what the places' values are multiplied with before
   */
  final Map<String, NDArray> derivative(final double part) {
    final Map<String, NDArray> leaves = new HashMap<>();
    for (final String name : network.canonical(request.objective().names())) {
      try (NDArray start = values.get(name).mul(part)) {
        leaves.put(name, leaf(start));
      }
    }
    collector.backward(request.objective().value().of(leaves));
    final Map<String, NDArray> derivatives = new HashMap<>();
    leaves.forEach((name, leaf) -> derivatives.put(name, leaf.getGradient()));
    leaves.values().forEach(NDArray::close);
    return derivatives;
  }

  static NDArray leaf(final NDArray value) {
    final NDArray leaf = value.stopGradient();
    leaf.setRequiresGradient(true);
    return leaf;
  }

  private void back(final Node node, final NDArray gradient) {
    if (node.op() instanceof Operation.Concat) {
      backThroughConcat(node, gradient);
    } else if (node.op() instanceof Operation.Sum sum) {
      backThroughSum(node, sum.factors(), gradient);
    } else {
      final String input = only(node.inputs());
      add(input, pull(node, values.get(input), gradient));
    }
    if (request.layers().contains(node.name())) {
      gradients.put(node.name(), gradient);
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

  private static String only(final List<String> inputs) {
    if (inputs.size() != 1) {
      throw new IllegalArgumentException("no gradient goes through a row of " + inputs);
    }
    return inputs.get(0);
  }

  private void backThroughSum(final Node node, final List<Float> factors, final NDArray gradient) {
    for (int i = 0; i < factors.size(); i++) {
      final String input = node.inputs().get(i);
      add(input, part(node, values.get(input), factors.get(i), gradient));
    }
  }

  /**
   * What a sum passes on to one of its inputs, as a new array.
   *
   * @param input the input's value
   * @param factor what it is multiplied with
   * @param gradient what arrived at the sum
   */
  NDArray part(final Node node, final NDArray input, final float factor, final NDArray gradient) {
    return gradient.mul(factor);
  }

  /** The row's input as the engine differentiates the row. */
  final NDArray pullExactly(final Node node, final NDArray input, final NDArray gradient) {
    try (NDArray leaf = leaf(input);
        NDArray output = network.operations().differentiable(node, List.of(leaf));
        NDArray product = output.mul(gradient);
        NDArray sum = product.sum()) {
      collector.backward(sum);
      return leaf.getGradient();
    }
  }

  private void add(final String name, final NDArray gradient) {
    arriving.merge(name, gradient, BackwardWalk::sum);
  }

  private static NDArray sum(final NDArray a, final NDArray b) {
    try (a;
        b) {
      return a.add(b);
    }
  }
}
