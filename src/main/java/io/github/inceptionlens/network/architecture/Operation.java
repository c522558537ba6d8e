package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.geometry.SlidingWindow;

/** What a node of the table computes; values are laid out [batch, channel, row, column]. */
public sealed interface Operation {

  /**
   * A convolution with bias, weights [out, in, kernel, kernel], named {@code <parameters>_w} and
   * {@code <parameters>_b}.
   */
  record Convolution(String parameters, int in, int out, SlidingWindow window)
      implements Operation {}

  /** {@code max(x, 0)}. */
  record Relu() implements Operation {}

  /** The maximum of each window; padding counts as minus infinity. */
  record MaxPool(SlidingWindow window) implements Operation {}

  /**
   * Local response normalization across channels, {@code x_i / (bias + alpha · Σ x_j²)^beta} with
   * the sum over {@code |j - i| <= radius} (Krizhevsky et al. 2012; alpha is not divided by the
   * window's length).
   */
  record ResponseNorm(int radius, double bias, double alpha, double beta) implements Operation {}

  /** The inputs' channels one after another. */
  record Concat() implements Operation {}

  /** The mean over all positions, [batch, channel]. */
  record GlobalMean() implements Operation {}

  /** A fully connected layer, weights [out, in], named as a convolution's. */
  record Dense(String parameters, int in, int out) implements Operation {}

  /** Probabilities from logits. */
  record Softmax() implements Operation {}
}
