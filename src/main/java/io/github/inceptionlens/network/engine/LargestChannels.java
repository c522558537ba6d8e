package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;

/** Of the channels at every place the largest positive ones. */
final class LargestChannels {

  private LargestChannels() {}

  /**
   * The values with all but the largest set to 0; of equal ones those with the lower numbers stay.
   *
   * @param x [batch, channel, row, column]
   * @param count how many stay at most
   * @return a new array of the manager of {@code x}, which the engine differentiates
   */
  static NDArray keep(final NDArray x, final int count) {
    if (count >= x.getShape().get(1)) {
      return Activation.relu(x);
    }
    try (NDManager scope = x.getManager().newSubManager()) {
      final NDArray fixed = x.stopGradient();
      fixed.attach(scope);
      final NDArray kept = NDArrays.where(stays(fixed, count, scope), x, scope.zeros(x.getShape()));
      kept.attach(x.getManager());
      return kept;
    }
  }

  /** Whether each value stays: if it exceeds the first that does not, unless that has an equal. */
  private static NDArray stays(final NDArray values, final int count, final NDManager scope) {
    final NDArray largest = values.topK(count + 1, 1, true, true).get(0);
    largest.attach(scope);
    final NDArray least = largest.get(new NDIndex(":, {}:{}", count - 1, count));
    final NDArray next = largest.get(new NDIndex(":, {}:{}", count, count + 1)).maximum(0);
    return least.eq(next).any().getBoolean() ? first(values, least, count) : values.gt(next);
  }

  /**
   * Whether a value is above the least that stays, or among so many of its equals as there is room.
   */
  private static NDArray first(final NDArray values, final NDArray least, final int count) {
    final NDArray above = values.gt(least).toType(DataType.FLOAT32, false);
    final NDArray equal = values.eq(least).toType(DataType.FLOAT32, false);
    final NDArray free = above.sum(new int[] {1}, true).neg().add(count);
    final NDArray early = equal.cumSum(1).lte(free).toType(DataType.FLOAT32, false);
    return above.add(equal.mul(early)).mul(values).gt(0);
  }
}
