package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
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
    final NDArray positive = Activation.relu(x);
    if (count >= x.getShape().get(1)) {
      return positive;
    }
    try (positive;
        NDArray mask = mask(x, count)) {
      return positive.mul(mask);
    }
  }

  /** 1 for what stays, 0 for the rest. */
  private static NDArray mask(final NDArray x, final int count) {
    try (NDManager scope = x.getManager().newSubManager()) {
      final NDArray values = x.stopGradient();
      values.attach(scope);
      final NDList largest = values.topK(count, 1, true, true);
      largest.attach(scope);
      final NDArray least = largest.get(0).get(new NDIndex(":, {}:{}", count - 1, count));
      final NDArray reached = values.gte(least).toType(DataType.FLOAT32, false);
      final boolean areSingle = reached.sum(new int[] {1}).max().getFloat() <= count;
      if (areSingle) {
        reached.attach(x.getManager());
        return reached;
      }
      reached.close();
      final NDArray mask = first(values, least, count);
      mask.attach(x.getManager());
      return mask;
    }
  }

  /** 1 for what is above the least that stays, and for so many of its equals as there is room. */
  private static NDArray first(final NDArray values, final NDArray least, final int count) {
    final NDArray above = values.gt(least).toType(DataType.FLOAT32, false);
    final NDArray equal = values.eq(least).toType(DataType.FLOAT32, false);
    final NDArray free = above.sum(new int[] {1}, true).neg().add(count);
    final NDArray early = equal.cumSum(1).lte(free).toType(DataType.FLOAT32, false);
    return above.add(equal.mul(early));
  }
}
