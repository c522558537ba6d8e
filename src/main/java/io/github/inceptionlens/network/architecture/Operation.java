package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.architecture.channel.ChannelValues;
import io.github.inceptionlens.network.architecture.channel.Places;
import java.util.List;
import java.util.Optional;

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

    T threshold(Threshold op);

    T channelEdit(ChannelEdit op);

    T sum(Sum op);

    T maxPool(MaxPool op);

    T responseNorm(ResponseNorm op);

    T concat(Concat op);

    T globalMean(GlobalMean op);

    T dense(Dense op);

    T softmax(Softmax op);
  }

  /** Does what is to be done in this case. */
  <T> T in(Cases<T> cases);

  /** What slides over the input, for operations of windows. */
  default Optional<SlidingWindow> slidingWindow() {
    return Optional.empty();
  }

  /** Whether the result has no positions, whatever the input has. */
  default boolean endsPositions() {
    return false;
  }

  /** Whether values pass as they are or become 0, so that what passes is open as a rectifier is. */
  default boolean isRectifying() {
    return false;
  }

  /** The tensor of weights, for operations that have one; its bias has one value per output. */
  default Optional<WeightShape> weights() {
    return Optional.empty();
  }

  /**
   * A tensor of weights.
   *
   * @param parameters the stem of its name and of its bias's
   * @param shape row-major, beginning with the outputs
   */
  record WeightShape(String parameters, List<Integer> shape) {

    /** The number of values, without the bias. */
    public long count() {
      return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** The number of outputs. */
    public int outputs() {
      return shape.get(0);
    }
  }

  /**
   * A convolution with bias, weights [out, in, kernel, kernel], named {@code <parameters>_w} and
   * {@code <parameters>_b}.
   */
  record Convolution(String parameters, int in, int out, SlidingWindow window)
      implements Operation {

    @Override
    public Optional<SlidingWindow> slidingWindow() {
      return Optional.of(window);
    }

    @Override
    public Optional<WeightShape> weights() {
      final int kernel = window.kernel();
      return Optional.of(new WeightShape(parameters, List.of(out, in, kernel, kernel)));
    }

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.convolution(this);
    }
  }

  /** {@code max(x, 0)}. */
  record Relu() implements Operation {

    @Override
    public boolean isRectifying() {
      return true;
    }

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
    public boolean isRectifying() {
      return true;
    }

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.topK(this);
    }
  }

  /**
   * What exceeds its channel's threshold, as it is, all else 0 (Rajamanoharan et al. 2024, JumpReLU
   * autoencoders).
   *
   * @param thresholds one per channel
   */
  record Threshold(ChannelValues thresholds) implements Operation {

    @Override
    public boolean isRectifying() {
      return true;
    }

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.threshold(this);
    }
  }

  /**
   * Other values for some channels, everywhere or at some places; all else as it is, bit for bit.
   *
   * @param channels ascending, each once
   * @param change what becomes of them
   * @param places where; everywhere if empty
   */
  record ChannelEdit(List<Integer> channels, ChannelChange change, Optional<Places> places)
      implements Operation {

    /** Copies the channels. */
    public ChannelEdit {
      channels = List.copyOf(channels);
    }

    /** The same on some of the layer's rows. */
    public ChannelEdit onRows(final int first, final int count) {
      return new ChannelEdit(channels, change, places.map(all -> all.onRows(first, count)));
    }

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.channelEdit(this);
    }
  }

  /**
   * The sum of the inputs, which have one shape, each times a factor.
   *
   * @param factors one per input
   */
  record Sum(List<Float> factors) implements Operation {

    /** Copies the factors. */
    public Sum {
      factors = List.copyOf(factors);
    }

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.sum(this);
    }
  }

  /** The maximum of each window; padding counts as minus infinity. */
  record MaxPool(SlidingWindow window) implements Operation {

    @Override
    public Optional<SlidingWindow> slidingWindow() {
      return Optional.of(window);
    }

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
    public boolean endsPositions() {
      return true;
    }

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.globalMean(this);
    }
  }

  /** A fully connected layer, weights [out, in], named as a convolution's. */
  record Dense(String parameters, int in, int out) implements Operation {

    @Override
    public boolean endsPositions() {
      return true;
    }

    @Override
    public Optional<WeightShape> weights() {
      return Optional.of(new WeightShape(parameters, List.of(out, in)));
    }

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.dense(this);
    }
  }

  /** Probabilities from logits. */
  record Softmax() implements Operation {

    @Override
    public boolean endsPositions() {
      return true;
    }

    @Override
    public <T> T in(final Cases<T> cases) {
      return cases.softmax(this);
    }
  }
}
