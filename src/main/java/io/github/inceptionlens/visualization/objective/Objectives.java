package io.github.inceptionlens.visualization.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.engine.ScalarOperations;
import java.util.List;

/**
 * Numbers of several pictures that are optimized together, computed from layers [picture, channel,
 * row, column].
 *
 * @see <a href="https://distill.pub/2017/feature-visualization/">Olah et al. 2017</a>
 */
public final class Objectives {

  private static final int FARTHEST = 4;

  private Objectives() {}

  /** From the first on the first picture to the second on the last, in equal steps. */
  static Objective interpolation(final Objective from, final Objective to) {
    final Objective both = from.plus(to);
    return new Objective(
        both.names(),
        values -> {
          final NDArray first = from.value().of(values);
          final int count = (int) first.getShape().get(0);
          final NDArray part = first.getManager().arange(count).toType(first.getDataType(), false);
          final NDArray second = to.value().of(values);
          return first.add(second.sub(first).mul(ScalarOperations.times(part, 1.0 / (count - 1))));
        });
  }

  /**
   * How alike pictures are: the mean over pictures of the summed cosines between their own
   * correlations of channels and those of each other picture; {@code count - 1} for the same
   * picture again and again. Every picture is given the number of all.
   */
  static Objective diversity(final String layer) {
    return new Objective(
        List.of(layer),
        values -> {
          final NDArray maps = values.get(layer);
          final long count = maps.getShape().get(0);
          final NDArray rows = maps.reshape(count, maps.getShape().get(1), -1);
          final NDArray grams = rows.matMul(rows.transpose(0, 2, 1)).reshape(count, -1);
          final NDArray lengths =
              grams.square().sum(new int[] {1}, true).add(Float.MIN_NORMAL).sqrt();
          final NDArray alike = grams.div(lengths);
          final NDArray all = alike.sum(new int[] {0}).square().sum();
          final NDArray others = all.sub(alike.square().sum());
          return everywhere(ScalarOperations.times(others, 1.0 / count), count);
        });
  }

  /**
   * An objective less a part of its own size: all of {@code weight} for pictures that are the same
   * to a layer, none for pictures without likeness. So the weight means the same for units that
   * reach hundreds and for units that reach ten.
   */
  public static Objective unlike(
      final Objective objective, final String layer, final double weight) {
    final Objective likeness = diversity(layer);
    return new Objective(
        objective.plus(likeness).names(),
        values -> {
          final NDArray value = objective.value().of(values);
          final long others = value.getShape().get(0) - 1;
          final NDArray part = ScalarOperations.times(likeness.value().of(values), weight / others);
          return value.sub(part.mul(value.abs().stopGradient()));
        });
  }

  /**
   * Minus how far pictures are from their neighbors, up to the fourth: the sum of mean squared
   * differences, halved with every place. Every picture is given the number of all.
   */
  static Objective alignment(final String layer) {
    return new Objective(
        List.of(layer),
        values -> {
          final NDArray maps = values.get(layer);
          final long count = maps.getShape().get(0);
          NDArray sum = null;
          for (int distance = 1; distance <= Math.min(FARTHEST, count - 1); distance++) {
            final NDArray ahead = maps.get(new NDIndex("{}:", distance));
            final NDArray behind = maps.get(new NDIndex(":{}", count - distance));
            final double weight = (double) (count - distance) / (1 << distance);
            final NDArray term = ScalarOperations.times(ahead.sub(behind).square().mean(), weight);
            sum = sum == null ? term : sum.add(term);
          }
          return everywhere(sum.neg(), count);
        });
  }

  private static NDArray everywhere(final NDArray number, final long count) {
    return number.reshape(1).broadcast(new Shape(count));
  }
}
