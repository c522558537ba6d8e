package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.network.architecture.Operation;

/**
 * Local response normalization of a fixed number of channels.
 *
 * <p>The sum over neighboring channels is a 1x1 convolution of the squares with a band matrix that
 * holds alpha, and its bias is the norm's: exact, differentiable, and several times faster than a
 * pool along the channels.
 */
final class LocalResponseNormalization {

  private static final Shape ONE = new Shape(1, 1);
  private static final Shape ZERO = new Shape(0, 0);

  private final Operation.ResponseNorm op;
  private final NDArray band;
  private final NDArray bias;

  LocalResponseNormalization(
      final NDManager manager, final Operation.ResponseNorm op, final int channels) {
    this.op = op;
    this.band = manager.create(band(op, channels), new Shape(channels, channels, 1, 1));
    this.bias = manager.full(new Shape(channels), (float) op.bias());
  }

  private static float[] band(final Operation.ResponseNorm op, final int channels) {
    final float[] band = new float[channels * channels];
    for (int i = 0; i < channels; i++) {
      final int last = Math.min(channels - 1, i + op.radius());
      for (int j = Math.max(0, i - op.radius()); j <= last; j++) {
        band[i * channels + j] = (float) op.alpha();
      }
    }
    return band;
  }

  NDArray apply(final NDArray x) {
    try (NDArray divisor = power(sums(x))) {
      return x.div(divisor);
    }
  }

  /**
   * How the result changes when the input does.
   *
   * @param x [1, channel, row, column]
   * @param change of it, [direction, channel, row, column]
   */
  NDArray change(final NDArray x, final NDArray change) {
    try (NDArray divisor = power(sums(x));
        NDArray direct = change.div(divisor);
        NDArray products = change.mul(x);
        NDArray neighbors = Convolutions.apply(products, band, null, ONE, ZERO);
        NDArray sums = sums(x);
        NDArray share = neighbors.div(sums);
        NDArray result = x.div(divisor);
        NDArray part = share.mul(result);
        NDArray through = part.mul(2 * op.beta())) {
      return direct.sub(through);
    }
  }

  private NDArray sums(final NDArray x) {
    try (NDArray squares = x.square()) {
      return Convolutions.apply(squares, band, bias, ONE, ZERO);
    }
  }

  /** {@code sums^beta}, by square roots for the exponents of the public trainings. */
  private NDArray power(final NDArray sums) {
    if (op.beta() == 0.5) {
      return root(sums);
    }
    if (op.beta() == 0.75) {
      try (NDArray half = root(sums);
          NDArray quarter = half.sqrt()) {
        return half.mul(quarter);
      }
    }
    try (sums) {
      return ScalarOperations.power(sums, op.beta());
    }
  }

  private static NDArray root(final NDArray sums) {
    try (sums) {
      return sums.sqrt();
    }
  }
}
