package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.geometry.SlidingWindow;

/**
 * What a node of the table computes; values are laid out [batch, channel, row, column].
 *
 * <p>Whoever treats operations differently does so by {@link Cases}, which forgets none.
 */
public sealed interface Operation {

  /** What is done in each case. */
  interface Cases<T> {
    T convolution(Convolution op);

    T relu(Relu op);

    T topK(TopK op);

    T maxPool(MaxPool op);

    T responseNorm(ResponseNorm op);

    T concat(Concat op);

    T globalMean(GlobalMean op);

    T dense(Dense op);

    T softmax(Softmax op);
  }

  /** Does what is to be done in this case. */
  <T> T in(Cases<T> cases);

  /**
   * A convolution with bias, weights [out, in, kernel, kernel], named {@code <parameters>_w} and
   * {@code <parameters>_b}.
   */
  record Convolution(String parameters, int in, int out, SlidingWindow window)
      implements Operation {

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.convolution(this);
    }
  }

  /** {@code max(x, 0)}. */
  record Relu() implements Operation {

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.relu(this);
    }
  }

  /**
   * Of the channels at a place the largest, as far as they are positive, all others 0; of equal
   * ones those with the lower numbers (Makhzani and Frey 2013, k-sparse autoencoders).
   *
   * @param count how many are kept at most
   */
  record TopK(int count) implements Operation {

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.topK(this);
    }
  }

  /** The maximum of each window; padding counts as minus infinity. */
  record MaxPool(SlidingWindow window) implements Operation {

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.maxPool(this);
    }
  }

  /**
   * Local response normalization across channels, {@code x_i / (bias + alpha · Σ x_j²)^beta} with
   * the sum over {@code |j - i| <= radius} (Krizhevsky et al. 2012; alpha is not divided by the
   * window's length).
   */
  record ResponseNorm(int radius, double bias, double alpha, double beta) implements Operation {

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.responseNorm(this);
    }
  }

  /** The inputs' channels one after another. */
  record Concat() implements Operation {

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.concat(this);
    }
  }

  /** The mean over all positions, [batch, channel]. */
  record GlobalMean() implements Operation {

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.globalMean(this);
    }
  }

  /** A fully connected layer, weights [out, in], named as a convolution's. */
  record Dense(String parameters, int in, int out) implements Operation {

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.dense(this);
    }
  }

  /** Probabilities from logits. */
  record Softmax() implements Operation {

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.softmax(this);
    }
  }
}
