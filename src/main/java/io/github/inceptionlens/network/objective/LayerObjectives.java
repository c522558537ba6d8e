package io.github.inceptionlens.network.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.engine.ScalarOperations;
import java.util.List;

/**
 * Numbers of a picture that are computed from one layer [picture, channel, row, column].
 *
 * @see <a href="https://distill.pub/2017/feature-visualization/">Olah et al. 2017</a>
 */
public final class LayerObjectives {

  private static final double LEAST_COSINE = 0.1;

  /** Keeps the length of a silent position differentiable; far below that of any other. */
  private static final double LEAST_LENGTH = 1e-12;

  private LayerObjectives() {}

  /**
   * The mean over positions of {@code (h.v) * max(0.1, cos(h, v))^power}; for a single channel and
   * power 0 that is the channel's mean.
   */
  public static Objective direction(final ChannelCombination direction, final double power) {
    return new Objective(
        List.of(direction.layer()),
        values -> {
          final NDArray along = along(values.get(direction.layer()), direction, power);
          return mean(along);
        });
  }

  /** The same at the middle position, that is, at half the layer's size, rounded down. */
  public static Objective neuron(final ChannelCombination direction, final double power) {
    return new Objective(
        List.of(direction.layer()),
        values -> {
          final NDArray layer = values.get(direction.layer());
          final long row = layer.getShape().get(2) / 2;
          final long column = layer.getShape().get(3) / 2;
          final NDArray middle =
              layer.get(new NDIndex(":, :, {}:{}, {}:{}", row, row + 1, column, column + 1));
          return mean(along(middle, direction, power));
        });
  }

  /** [picture]: the mean of all values of each picture. */
  public static NDArray mean(final NDArray values) {
    return values.reshape(values.getShape().get(0), -1).mean(new int[] {1});
  }

  /** [picture, row, column]. */
  private static NDArray along(
      final NDArray layer, final ChannelCombination direction, final double power) {
    final float[] weights = direction.weights();
    final NDArray vector = layer.getManager().create(weights, new Shape(1, weights.length, 1, 1));
    final NDArray dot = layer.mul(vector).sum(new int[] {1});
    if (power == 0 || norm(weights) == 0) {
      return dot;
    }
    final NDArray length =
        layer.square().sum(new int[] {1}).add(LEAST_LENGTH * LEAST_LENGTH).sqrt();
    final NDArray cosine = ScalarOperations.times(dot.div(length), 1 / norm(weights));
    return dot.mul(ScalarOperations.power(ScalarOperations.atLeast(cosine, LEAST_COSINE), power));
  }

  private static double norm(final float[] vector) {
    double sum = 0;
    for (final float value : vector) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  /** The mean square of a layer. */
  public static Objective deepdream(final String layer) {
    return new Objective(List.of(layer), values -> mean(values.get(layer).square()));
  }
}
