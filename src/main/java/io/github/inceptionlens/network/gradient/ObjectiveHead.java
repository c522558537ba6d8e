package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.engine.ScalarOperations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What of an objective's way lies above the layers with positions: from means over a layer, and
 * from layers that it reads itself, to its number.
 */
final class ObjectiveHead {

  private final InceptionV1 network;
  private final Objective objective;
  private final List<Node> means;
  private final List<String> layers;

  ObjectiveHead(final InceptionV1 network, final Objective objective) {
    this.network = network;
    this.objective = objective;
    final Architecture architecture = network.architecture();
    final List<String> names = network.canonical(objective.names());
    this.means =
        new Walk(architecture, List.of(Architecture.INPUT), names)
            .path().stream().filter(node -> node.op() instanceof Operation.GlobalMean).toList();
    this.layers =
        names.stream().filter(name -> architecture.spatial(name).name().equals(name)).toList();
  }

  /** What it starts from: means and layers. */
  List<String> starts() {
    return Stream.concat(means.stream().map(Node::name), layers.stream()).distinct().toList();
  }

  /** The layers on whose values it depends. */
  List<String> layers() {
    return Stream.concat(means.stream().map(node -> node.inputs().get(0)), layers.stream())
        .distinct()
        .toList();
  }

  /**
   * The objective's number.
   *
   * @param value of one picture
   * @param atStarts its derivatives with respect to the starts
   */
  record Slopes(float value, Map<String, NDArray> atStarts) {}

  /**
   * The number and its derivatives.
   *
   * @param starts values by name; the derivatives come to their manager
   */
  Slopes slopes(final Map<String, NDArray> starts, final GradientCollector collector) {
    final Map<String, NDArray> leaves = new HashMap<>();
    starts.forEach((name, value) -> leaves.put(name, BackwardWalk.leaf(value)));
    final NDArray number =
        objective
            .value()
            .of(network.walk(leaves, objective.names(), network.operations()::differentiable));
    final float value = number.toFloatArray()[0];
    collector.backward(number);
    final Map<String, NDArray> slopes = new LinkedHashMap<>();
    leaves.forEach((name, leaf) -> slopes.put(name, leaf.getGradient()));
    return new Slopes(value, slopes);
  }

  /**
   * The derivative with respect to some rows of a layer.
   *
   * @param layer one of {@link #layers}
   * @param atStarts see {@link Slopes}
   * @param block the rows
   * @param first the index of the first
   * @param height how many rows the layer has
   * @return the sum of the rows' values, each times its derivative: its gradient is theirs
   */
  NDArray weighted(
      final String layer,
      final Map<String, NDArray> atStarts,
      final NDArray block,
      final int first,
      final int height) {
    NDArray sum = null;
    for (final Node mean : means) {
      if (mean.inputs().get(0).equals(layer)) {
        final NDArray slope = atStarts.get(mean.name());
        final long positions = block.getShape().get(3) * height;
        sum =
            plus(
                sum,
                ScalarOperations.times(
                    block.sum(new int[] {2, 3}).mul(slope).sum(), 1.0 / positions));
      }
    }
    if (layers.contains(layer)) {
      final long end = first + block.getShape().get(2);
      sum = plus(sum, block.mul(atStarts.get(layer).get(":, :, {}:{}", first, end)).sum());
    }
    return sum;
  }

  static NDArray plus(final NDArray sum, final NDArray more) {
    return sum == null ? more : sum.add(more);
  }
}
