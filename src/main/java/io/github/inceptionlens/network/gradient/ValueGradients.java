package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.engine.PictureTensors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The exact derivatives of an objective with respect to values that a row is given: the network
 * goes on from there, and nothing below is computed.
 */
public final class ValueGradients {

  private ValueGradients() {}

  /**
   * Differentiates in one pass; entries do not influence each other.
   *
   * @param given by canonical name the values of rows that suffice for the objective, as many
   *     entries of each, all of one size: width x height x channels
   * @param row whose derivatives are wanted, one of those given
   * @param objective one number per entry
   * @return one per entry, of the size of the row's values
   */
  public static List<MapStack> of(
      final InceptionV1 network,
      final Map<String, List<MapStack>> given,
      final String row,
      final Objective objective) {
    return Gradients.exclusively(
        () -> {
          try (NDManager scope = network.newManager()) {
            final Map<String, NDArray> values = new HashMap<>();
            given.forEach((name, entries) -> values.put(name, batch(scope, entries)));
            return planes(derivative(network, values, row, objective));
          }
        });
  }

  /**
   * Differentiates with respect to several rows in one pass, in native memory.
   *
   * @param given by canonical name the values of rows that suffice for the objective, [entry,
   *     channel, row, column]; left as they are
   * @param rows whose derivatives are wanted: given ones, and ones that are computed from them
   * @param objective one number per entry; entries do not influence each other
   * @param scope where the derivatives come to
   * @return by name of the row, in the shape of its values
   */
  public static Map<String, NDArray> of(
      final InceptionV1 network,
      final Map<String, NDArray> given,
      final List<String> rows,
      final Objective objective,
      final NDManager scope) {
    return of(network, given, rows, objective, (name, value) -> value, scope);
  }

  /**
   * The same where all that reads these rows gets other values of them.
   *
   * @param change from the name and the value of one of the rows to what it becomes; the
   *     derivatives are with respect to that
   */
  public static Map<String, NDArray> of(
      final InceptionV1 network,
      final Map<String, NDArray> given,
      final List<String> rows,
      final Objective objective,
      final BiFunction<String, NDArray, NDArray> change,
      final NDManager scope) {
    return Gradients.exclusively(
        () -> {
          try (NDManager inner = network.newManager()) {
            final Map<String, NDArray> values = new HashMap<>();
            given.forEach((name, value) -> values.put(name, copy(value, inner)));
            final GradientRequest request = GradientRequest.layers(objective, rows);
            final Map<String, NDArray> slopes = derivatives(network, values, request, change);
            slopes.values().forEach(slope -> slope.attach(scope));
            return slopes;
          }
        });
  }

  private static NDArray copy(final NDArray value, final NDManager scope) {
    final NDArray copy = value.stopGradient();
    copy.attach(scope);
    return copy;
  }

  private static Map<String, NDArray> derivatives(
      final InceptionV1 network,
      final Map<String, NDArray> given,
      final GradientRequest request,
      final BiFunction<String, NDArray, NDArray> change) {
    try (GradientCollector collector = network.engine().newGradientCollector()) {
      return ExactBackward.run(network, given, request, change, collector).gradients();
    }
  }

  private static NDArray batch(final NDManager scope, final List<MapStack> entries) {
    final NDList arrays = new NDList();
    entries.forEach(entry -> arrays.add(PictureTensors.array(scope, entry)));
    if (arrays.size() == 1) {
      return arrays.get(0);
    }
    try (arrays) {
      return NDArrays.concat(arrays);
    }
  }

  private static NDArray derivative(
      final InceptionV1 network,
      final Map<String, NDArray> values,
      final String row,
      final Objective objective) {
    final NDArray leaf = values.get(row);
    leaf.setRequiresGradient(true);
    try (GradientCollector collector = network.engine().newGradientCollector()) {
      final Map<String, NDArray> places =
          network.walk(values, objective.names(), network.operations()::differentiable);
      collector.backward(objective.value().of(places));
      return leaf.getGradient();
    }
  }

  private static List<MapStack> planes(final NDArray gradient) {
    final List<MapStack> entries = new ArrayList<>();
    for (long i = 0; i < gradient.getShape().get(0); i++) {
      try (NDArray own = gradient.get(new NDIndex("{}:{}", i, i + 1))) {
        entries.add(PictureTensors.planes(own));
      }
    }
    return entries;
  }
}
