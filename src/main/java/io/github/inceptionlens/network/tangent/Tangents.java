package io.github.inceptionlens.network.tangent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.engine.PictureTensors;
import io.github.inceptionlens.network.memory.MemoryBudget;
import io.github.inceptionlens.network.memory.MemoryPlan;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Derivatives forward: how every class's score changes per step along a direction at one place of a
 * layer. One pass along the directions answers for all classes, where a gradient answers for one
 * class and all directions; both give the same number.
 *
 * @param network whose scores they are
 */
public record Tangents(InceptionV1 network) {

  private static final int MOST_AT_ONCE = 16;

  /**
   * A direction at one place of a layer.
   *
   * @param unit the place, row-major
   * @param values one per channel, in units of the activation
   */
  public record Direction(int unit, float[] values) {}

  /**
   * The scores' derivatives.
   *
   * @param picture width x height x 3, values 0 to 255
   * @param map what the layer computes on it
   * @return [direction, class], in units of the scores per step of a whole direction; 0 for a layer
   *     that the scores do not depend on
   * @throws io.github.inceptionlens.core.UserError when the picture is too large for the memory
   */
  public float[][] logits(
      final Picture picture, final FeatureMap map, final List<Direction> directions) {
    final long need =
        MemoryPlan.peak(
            network.architecture(),
            List.of(Architecture.LOGITS),
            picture.width(),
            picture.height());
    final int batch = MemoryBudget.batch(2 * need, picture.width(), picture.height(), MOST_AT_ONCE);
    final float[][] found = new float[directions.size()][];
    for (int from = 0; from < found.length; from += batch) {
      final int to = Math.min(found.length, from + batch);
      final float[][] some = some(picture, map, directions.subList(from, to));
      System.arraycopy(some, 0, found, from, to - from);
    }
    return found;
  }

  private float[][] some(
      final Picture picture, final FeatureMap map, final List<Direction> directions) {
    final String layer = map.layer().name();
    try (NDManager scope = network.newManager()) {
      final Map<String, Dual> start = new HashMap<>();
      final NDArray change = changes(scope, map, directions);
      if (suffices(layer)) {
        start.put(layer, new Dual(PictureTensors.array(scope, map.maps()), change));
      } else {
        final NDArray input =
            PictureTensors.input(scope, picture, network.architecture().preprocessing());
        start.put(Architecture.INPUT, new Dual(input, null));
      }
      final Dual scores =
          new Walk(network.architecture(), start.keySet(), List.of(Architecture.LOGITS))
              .run(start, (node, inputs) -> step(node, inputs, layer, change), Dual::close)
              .get(Architecture.LOGITS);
      return rows(scores, directions.size());
    }
  }

  private boolean suffices(final String layer) {
    try {
      new Walk(network.architecture(), List.of(layer), List.of(Architecture.LOGITS));
      return true;
    } catch (final IllegalArgumentException e) {
      return false;
    }
  }

  private Dual step(
      final Node node, final List<Dual> inputs, final String layer, final NDArray change) {
    final NDArray value =
        network.operations().compute(node, inputs.stream().map(Dual::value).toList());
    if (node.name().equals(layer)) {
      return new Dual(value, change.duplicate());
    }
    return new Dual(
        value,
        inputs.stream().anyMatch(Dual::changes)
            ? node.op().in(new ChangeStep(network.operations(), node, inputs, value))
            : null);
  }

  private static NDArray changes(
      final NDManager scope, final FeatureMap map, final List<Direction> directions) {
    final int channels = map.layer().channels();
    final int places = map.channel(0).length;
    final float[] values = new float[directions.size() * channels * places];
    for (int i = 0; i < directions.size(); i++) {
      final Direction direction = directions.get(i);
      for (int channel = 0; channel < channels; channel++) {
        values[(i * channels + channel) * places + direction.unit()] = direction.values()[channel];
      }
    }
    final Shape shape =
        new Shape(directions.size(), channels, map.maps().height(), map.maps().width());
    return scope.create(values, shape);
  }

  private float[][] rows(final Dual scores, final int count) {
    final int classes = network.architecture().node(Architecture.LOGITS).channels();
    final float[] values =
        scores.changes() ? scores.change().toFloatArray() : new float[count * classes];
    final float[][] rows = new float[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(values, i * classes, (i + 1) * classes);
    }
    return rows;
  }
}
