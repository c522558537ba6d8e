package io.github.inceptionlens.network.gradient;

import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.memory.MemoryPlan;

/**
 * What the engine keeps from a row for its backward pass, in bytes.
 *
 * @param input bytes of the row's first input
 * @param output bytes of its value
 */
record KeptValues(long input, long output) implements Operation.Cases<Long> {

  @Override
  public Long convolution(final Operation.Convolution op) {
    return MemoryPlan.padded(op.window(), input);
  }

  @Override
  public Long relu(final Operation.Relu op) {
    return output;
  }

  @Override
  public Long topK(final Operation.TopK op) {
    return 3 * output;
  }

  @Override
  public Long threshold(final Operation.Threshold op) {
    return output;
  }

  @Override
  public Long channelEdit(final Operation.ChannelEdit op) {
    return op.change().isFactor() ? 0 : output;
  }

  /** Its terms are there while it is computed. */
  @Override
  public Long sum(final Operation.Sum op) {
    return 2 * output;
  }

  @Override
  public Long maxPool(final Operation.MaxPool op) {
    return 3 * output;
  }

  @Override
  public Long responseNorm(final Operation.ResponseNorm op) {
    return (op.beta() == 0.5 ? 3 : 5) * output;
  }

  @Override
  public Long concat(final Operation.Concat op) {
    return output;
  }

  @Override
  public Long globalMean(final Operation.GlobalMean op) {
    return output;
  }

  @Override
  public Long dense(final Operation.Dense op) {
    return output;
  }

  @Override
  public Long softmax(final Operation.Softmax op) {
    return output;
  }
}
