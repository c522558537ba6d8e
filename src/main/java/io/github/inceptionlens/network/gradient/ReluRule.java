package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;

/** What the backward pass does at a rectifier. */
public enum ReluRule {

  /** The derivative: passes where the rectifier's input is positive. */
  EXACT {
    @Override
    NDArray pull(final NDArray input, final NDArray gradient) {
      try (NDArray open = mask(input.gt(0))) {
        return gradient.mul(open);
      }
    }
  },

  /**
   * Guided backpropagation: passes positive gradients where the input is positive.
   *
   * @see <a href="https://arxiv.org/abs/1412.6806">Springenberg et al. 2015</a>
   */
  GUIDED {
    @Override
    NDArray pull(final NDArray input, final NDArray gradient) {
      try (NDArray positive = DECONVNET.pull(input, gradient)) {
        return EXACT.pull(input, positive);
      }
    }
  },

  /**
   * DeconvNet: passes positive gradients wherever the input was.
   *
   * @see <a href="https://arxiv.org/abs/1311.2901">Zeiler and Fergus 2014</a>
   */
  DECONVNET {
    @Override
    NDArray pull(final NDArray input, final NDArray gradient) {
      return Activation.relu(gradient);
    }
  },

  /**
   * Redirected rectifiers, with which Lucid starts a visualization whose target is silent: a
   * picture whose gradient would vanish here altogether passes, where the input is negative, the
   * gradients that raise the objective.
   *
   * @see <a href="https://distill.pub/2017/feature-visualization/">Olah et al. 2017</a>
   */
  REDIRECTED {
    @Override
    NDArray pull(final NDArray input, final NDArray gradient) {
      try (NDArray open = mask(input.gte(0));
          NDArray raising = mask(gradient.gt(0));
          NDArray plain = gradient.mul(open);
          NDArray redirected = gradient.mul(open.maximum(raising));
          NDArray alive = alive(plain);
          NDArray kept = plain.mul(alive);
          NDArray dead = alive.neg().add(1);
          NDArray instead = redirected.mul(dead)) {
        return kept.add(instead);
      }
    }
  };

  /**
   * The gradient of the rectifier's input.
   *
   * @param input what the rectifier read, [picture, channel, row, column]
   * @param gradient of what it computed
   */
  abstract NDArray pull(NDArray input, NDArray gradient);

  private static NDArray mask(final NDArray condition) {
    try (condition) {
      return condition.toType(DataType.FLOAT32, false);
    }
  }

  /** 1 for each picture with a gradient somewhere, 0 for others. */
  private static NDArray alive(final NDArray gradient) {
    final long pictures = gradient.getShape().get(0);
    try (NDArray sizes = gradient.abs();
        NDArray rows = sizes.reshape(pictures, -1);
        NDArray strongest = rows.max(new int[] {1})) {
      return mask(strongest.gt(0)).reshape(new Shape(pictures, 1, 1, 1));
    }
  }
}
