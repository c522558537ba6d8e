package io.github.inceptionlens.superposition;

import ai.djl.ndarray.NDArray;

/** How far models are from what they were given; all models at once. */
final class ToyLoss {

  private ToyLoss() {}

  /**
   * Of each model the mean over its draws of the sum over features of importance · (x − x')².
   *
   * @param draws x, [model, draw, feature]
   * @param weights [model, feature, dimension]
   * @param bias [model, 1, feature]
   * @param importance [model, 1, feature]
   * @return [model]
   */
  static NDArray of(
      final NDArray draws, final NDArray weights, final NDArray bias, final NDArray importance) {
    final NDArray read =
        draws
            .matMul(weights)
            .matMul(weights.transpose(0, 2, 1))
            .add(bias)
            .getNDArrayInternal()
            .relu();
    return draws.sub(read).square().mul(importance).sum(new int[] {2}).mean(new int[] {1});
  }
}
