package io.github.inceptionlens.network.gradient;

import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.memory.OperationMemory;

/**
 * What the engine keeps from a row for its backward pass, and what the row holds besides while it
 * is computed, in bytes.
 *
 * @param input bytes of the row's first input
 * @param output bytes of its value
 */
record KeptValues(long input, long output) implements Operation.Cases<KeptValues.Need> {

  /**
   * Native memory of a row.
   *
   * @param kept until the backward pass has gone through it
   * @param passing while it is computed
   */
  record Need(long kept, long passing) {}

  private static Need kept(final long bytes) {
    return new Need(bytes, 0);
  }

  @Override
  public Need convolution(final Operation.Convolution op) {
    return new Need(OperationMemory.padded(op.window(), input), output);
  }

  @Override
  public Need relu(final Operation.Relu op) {
    return kept(output);
  }

  @Override
  public Need topK(final Operation.TopK op) {
    return new Need(3 * output, input + (OperationMemory.TOP_K - 2) * output);
  }

  @Override
  public Need threshold(final Operation.Threshold op) {
    return kept(output);
  }

  @Override
  public Need channelEdit(final Operation.ChannelEdit op) {
    return kept(op.change().isFactor() ? 0 : output);
  }

  /** Its terms are there while it is computed. */
  @Override
  public Need sum(final Operation.Sum op) {
    return kept(2 * output);
  }

  @Override
  public Need maxPool(final Operation.MaxPool op) {
    return kept(3 * output);
  }

  @Override
  public Need responseNorm(final Operation.ResponseNorm op) {
    return kept((op.beta() == 0.5 ? 3 : 5) * output);
  }

  @Override
  public Need concat(final Operation.Concat op) {
    return kept(output);
  }

  @Override
  public Need globalMean(final Operation.GlobalMean op) {
    return kept(output);
  }

  @Override
  public Need dense(final Operation.Dense op) {
    return kept(output);
  }

  @Override
  public Need softmax(final Operation.Softmax op) {
    return kept(output);
  }
}
