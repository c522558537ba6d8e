package io.github.inceptionlens.network.memory;

import io.github.inceptionlens.core.geometry.Padding;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.architecture.Operation;

/**
 * What an operation holds besides its inputs and its output, at its worst moment.
 *
 * @param input bytes of its first input
 * @param output bytes
 */
public record OperationMemory(long input, long output) implements Operation.Cases<Long> {

  /** What is sorted, masks, and counts of 64 bits where values are equal, besides what stays. */
  public static final int TOP_K = 10;

  @Override
  public Long convolution(final Operation.Convolution op) {
    return padded(op.window(), input);
  }

  @Override
  public Long relu(final Operation.Relu op) {
    return 0L;
  }

  @Override
  public Long topK(final Operation.TopK op) {
    return TOP_K * output;
  }

  @Override
  public Long threshold(final Operation.Threshold op) {
    return output + output / Float.BYTES;
  }

  @Override
  public Long channelEdit(final Operation.ChannelEdit op) {
    return op.change().isFactor() ? 0 : output;
  }

  @Override
  public Long sum(final Operation.Sum op) {
    return 2 * output;
  }

  @Override
  public Long maxPool(final Operation.MaxPool op) {
    return input + down(op.window(), input, output);
  }

  @Override
  public Long responseNorm(final Operation.ResponseNorm op) {
    return op.beta() == 0.5 ? output : 2 * output;
  }

  @Override
  public Long concat(final Operation.Concat op) {
    return 0L;
  }

  @Override
  public Long globalMean(final Operation.GlobalMean op) {
    return 0L;
  }

  @Override
  public Long dense(final Operation.Dense op) {
    return 0L;
  }

  @Override
  public Long softmax(final Operation.Softmax op) {
    return 0L;
  }

  /** The explicitly padded copy that SAME needs where it pads one side more than the other. */
  public static long padded(final SlidingWindow window, final long input) {
    return window.padding() instanceof Padding.Same && window.stride() > 1 ? input : 0;
  }

  private static long down(final SlidingWindow window, final long input, final long output) {
    final long rows = input / window.stride();
    return Math.max(2 * rows - output, rows + output);
  }
}
