package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Normally distributed arrays, one generator per picture, so that none depends on the others in its
 * batch.
 */
public final class GaussianArrays {

  private GaussianArrays() {}

  /**
   * An array whose entries [picture, ...] come from the generators, one after another.
   *
   * @param shape as many entries as there are generators
   */
  public static NDArray normal(
      final NDManager manager,
      final Shape shape,
      final double deviation,
      final List<SplittableRandom> generators) {
    final float[] values = new float[(int) shape.size()];
    final int each = values.length / generators.size();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * generators.get(i / each).nextGaussian());
    }
    return manager.create(values, shape);
  }
}
