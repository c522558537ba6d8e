package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The engine's own differentiation, at the input and at many layers in one pass.
 *
 * <p>The engine tells derivatives only at leaves of its graph; so a leaf of zeros is added to each
 * layer that is asked for.
 */
final class ExactBackward {

  private final InceptionV1 network;
  private final GradientRequest request;
  private final BiFunction<String, NDArray, NDArray> change;
  private final Map<String, NDArray> activations = new HashMap<>();
  private final Map<String, NDArray> probes = new HashMap<>();

  private ExactBackward(
      final InceptionV1 network,
      final GradientRequest request,
      final BiFunction<String, NDArray, NDArray> change) {
    this.network = network;
    this.request = request;
    this.change = change;
  }

  /**
   * @param input a leaf of the graph, [picture, channel, row, column]
   */
  static Derivatives run(
      final InceptionV1 network,
      final NDArray input,
      final GradientRequest request,
      final GradientCollector collector) {
    if (request.pixels()) {
      input.setRequiresGradient(true);
    }
    final Derivatives inner =
        run(network, Map.of(Architecture.INPUT, input), request, (name, value) -> value, collector);
    return new Derivatives(
        inner.values(),
        request.pixels() ? input.getGradient() : null,
        inner.activations(),
        inner.gradients());
  }

  /**
   * Goes on from rows whose values are given, some of which may be asked for.
   *
   * @param given by canonical name, [picture, channel, row, column]
   * @param change what becomes of the value of a row that is asked for
   */
  static Derivatives run(
      final InceptionV1 network,
      final Map<String, NDArray> given,
      final GradientRequest request,
      final BiFunction<String, NDArray, NDArray> change,
      final GradientCollector collector) {
    return new ExactBackward(network, request, change).run(given, collector);
  }

  private Derivatives run(final Map<String, NDArray> given, final GradientCollector collector) {
    final Map<String, NDArray> start = new HashMap<>();
    given.forEach(
        (name, value) ->
            start.put(name, request.layers().contains(name) ? probed(name, value) : value));
    final NDArray values =
        request
            .objective()
            .value()
            .of(network.walk(start, request.objective().names(), this::step));
    collector.backward(values);
    final Map<String, NDArray> gradients = new HashMap<>();
    probes.forEach((layer, probe) -> gradients.put(layer, probe.getGradient()));
    return new Derivatives(values, null, activations, gradients);
  }

  private NDArray step(final Node node, final List<NDArray> inputs) {
    final NDArray value = network.operations().differentiable(node, inputs);
    return request.layers().contains(node.name()) ? probed(node.name(), value) : value;
  }

  private NDArray probed(final String layer, final NDArray before) {
    final NDArray value = change.apply(layer, before);
    final NDArray probe = value.zerosLike();
    probe.setRequiresGradient(true);
    activations.put(layer, value);
    probes.put(layer, probe);
    return value.add(probe);
  }
}
