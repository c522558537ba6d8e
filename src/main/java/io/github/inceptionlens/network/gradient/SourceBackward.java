package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.engine.PictureTensors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Differentiates through a {@link PictureSource}: in one graph where the engine differentiates the
 * network, in two where a {@link ReluRule} does, for that walk ends at the network's input.
 */
final class SourceBackward {

  private final InceptionV1 network;
  private final Map<String, NDArray> places;
  private final NDArray input;
  private final Objective objective;

  /**
   * @param leaves what the source starts from
   */
  private SourceBackward(
      final InceptionV1 network,
      final List<NDArray> leaves,
      final PictureSource source,
      final Objective objective) {
    this.network = network;
    this.places = new HashMap<>(source.places(leaves));
    this.input =
        PictureTensors.input(
            places.remove(Architecture.INPUT), network.architecture().preprocessing());
    this.objective = objective;
  }

  /**
   * @param scope holds everything but the result
   */
  static ParameterGradient run(
      final InceptionV1 network,
      final List<NDArray> parameters,
      final PictureSource source,
      final GradientRequest request,
      final NDManager scope,
      final GradientCollector collector) {
    final List<NDArray> leaves = copies(parameters, scope);
    leaves.forEach(leaf -> leaf.setRequiresGradient(true));
    final SourceBackward backward =
        new SourceBackward(network, leaves, source, request.objective());
    final NDArray values =
        request.rule() == ReluRule.EXACT
            ? backward.exact(collector)
            : backward.byRule(request.rule(), collector);
    final List<NDArray> gradients = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      final NDArray gradient = leaves.get(i).getGradient();
      gradient.attach(parameters.get(i).getManager());
      gradients.add(gradient);
    }
    return new ParameterGradient(values.toFloatArray(), gradients);
  }

  static float[] values(
      final InceptionV1 network,
      final List<NDArray> parameters,
      final PictureSource source,
      final Objective objective,
      final NDManager scope) {
    final SourceBackward start =
        new SourceBackward(network, copies(parameters, scope), source, objective);
    final Map<String, NDArray> values =
        network.walk(
            Map.of(Architecture.INPUT, start.input),
            objective.names(),
            network.operations()::compute);
    return objective.with(start.places).value().of(values).toFloatArray();
  }

  private static List<NDArray> copies(final List<NDArray> parameters, final NDManager scope) {
    final List<NDArray> copies = new ArrayList<>();
    for (final NDArray parameter : parameters) {
      final NDArray copy = parameter.stopGradient();
      copy.attach(scope);
      copies.add(copy);
    }
    return copies;
  }

  private NDArray exact(final GradientCollector collector) {
    final GradientRequest request = GradientRequest.layers(objective.with(places), List.of());
    return ExactBackward.run(network, input, request, collector).values();
  }

  private NDArray byRule(final ReluRule rule, final GradientCollector collector) {
    final Map<String, NDArray> cut = new HashMap<>();
    places.forEach((name, place) -> cut.put(name, leaf(place)));
    final GradientRequest request = GradientRequest.pixels(objective.with(cut), rule);
    final Derivatives derivatives = RuleBackward.run(network, leaf(input), request, collector);
    NDArray sum = input.mul(derivatives.input()).sum();
    for (final Map.Entry<String, NDArray> place : places.entrySet()) {
      sum = sum.add(place.getValue().mul(cut.get(place.getKey()).getGradient()).sum());
    }
    collector.backward(sum);
    return derivatives.values();
  }

  private static NDArray leaf(final NDArray place) {
    final NDArray leaf = place.stopGradient();
    leaf.setRequiresGradient(true);
    return leaf;
  }
}
