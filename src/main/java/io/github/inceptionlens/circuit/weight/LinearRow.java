package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row of the table with one input as if it were linear: rectifiers let everything pass, a pool
 * takes the mean of its window, a response norm has its slope at zero, and what puts other values
 * in a channel's place lets nothing of it pass.
 *
 * @param factors what each of the row's channels is multiplied by at last
 * @param window what slides over the input, for convolutions and pools
 * @param weights [out, in, row, column], for convolutions and the classifier
 */
record LinearRow(double[] factors, Optional<SlidingWindow> window, Optional<float[]> weights) {

  /** An even length, on which TensorFlow's padding is that of usual pictures. */
  private static final int USUAL = 1 << 10;

  static LinearRow of(final Node node, final Function<String, float[]> tensors) {
    return new LinearRow(
        factors(node),
        node.op().slidingWindow(),
        node.op().weights().map(shape -> tensors.apply(shape.parameters() + "_w")));
  }

  private static double[] factors(final Node node) {
    final double[] factors = new double[node.channels()];
    Arrays.fill(factors, 1);
    if (node.op() instanceof Operation.ResponseNorm norm) {
      Arrays.fill(factors, Math.pow(norm.bias(), -norm.beta()));
    } else if (node.op() instanceof Operation.ChannelEdit edit && edit.places().isEmpty()) {
      edit.channels().forEach(channel -> factors[channel] = slope(edit.change()));
    }
    return factors;
  }

  private static double slope(final ChannelChange change) {
    return change.isFactor() ? change.value() : 0;
  }

  private int kernel() {
    return window.map(SlidingWindow::kernel).orElse(1);
  }

  private int stride() {
    return window.map(SlidingWindow::stride).orElse(1);
  }

  private int before() {
    return window.map(one -> one.before(USUAL)).orElse(0);
  }

  /**
   * The weights of a unit above for this row's inputs.
   *
   * @param above its weights for the row's channels
   */
  Taps back(final Taps above, final int inputs) {
    final Taps scaled = above.times(factors);
    final Taps below =
        Taps.zeros(
            inputs,
            (above.size() - 1) * stride() + kernel(),
            above.first() * stride() - before(),
            above.stride() * stride(),
            above.weighted() || weights.isPresent());
    for (int output = 0; output < factors.length; output++) {
      for (int input = 0; input < inputs && !scaled.isSilent(output); input++) {
        final Optional<double[]> window = between(output, input, inputs);
        if (window.isPresent()) {
          below.spread(input, scaled, output, stride(), window.get(), 1);
        }
      }
    }
    return below;
  }

  /**
   * The weights of this row's channels for a unit below.
   *
   * @param below those of the row's inputs
   */
  Taps on(final Taps below) {
    final Taps above =
        Taps.zeros(
            factors.length,
            below.size() + below.stride() * (kernel() - 1),
            below.first() - below.stride() * before(),
            below.stride() * stride(),
            below.weighted() || weights.isPresent());
    for (int input = 0; input < below.channels(); input++) {
      for (int output = 0; output < factors.length && !below.isSilent(input); output++) {
        final Optional<double[]> window = between(output, input, below.channels());
        if (window.isPresent()) {
          above.spread(output, below, input, 1, window.get(), below.stride());
        }
      }
    }
    return above.times(factors);
  }

  /** The window between two channels, row-major; nothing where they are not connected. */
  private Optional<double[]> between(final int output, final int input, final int inputs) {
    final int area = kernel() * kernel();
    final double[] kernel = new double[area];
    if (weights.isPresent()) {
      final int offset = (output * inputs + input) * area;
      Arrays.setAll(kernel, i -> weights.get()[offset + i]);
    } else if (output == input) {
      Arrays.fill(kernel, 1.0 / area);
    } else {
      return Optional.empty();
    }
    return Optional.of(kernel);
  }
}
