package io.github.inceptionlens.network.gradient;

import io.github.inceptionlens.network.architecture.Operation;

/**
 * What one step of a walk back by a rule holds besides arriving and made gradients, in bytes.
 *
 * @param output bytes of the row's value
 * @param kept what the engine keeps to differentiate the row
 */
record StepBack(long output, long kept) implements Operation.Cases<Long> {

  @Override
  public Long convolution(final Operation.Convolution op) {
    return 5 * output;
  }

  @Override
  public Long relu(final Operation.Relu op) {
    return output;
  }

  @Override
  public Long topK(final Operation.TopK op) {
    return 3 * output + kept;
  }

  @Override
  public Long threshold(final Operation.Threshold op) {
    return 3 * output + kept;
  }

  @Override
  public Long channelEdit(final Operation.ChannelEdit op) {
    return 4 * output + kept;
  }

  @Override
  public Long sum(final Operation.Sum op) {
    return 4 * output;
  }

  @Override
  public Long maxPool(final Operation.MaxPool op) {
    return 3 * output + kept;
  }

  @Override
  public Long responseNorm(final Operation.ResponseNorm op) {
    return 3 * output + kept;
  }

  @Override
  public Long concat(final Operation.Concat op) {
    return 0L;
  }

  @Override
  public Long globalMean(final Operation.GlobalMean op) {
    return 3 * output + kept;
  }

  @Override
  public Long dense(final Operation.Dense op) {
    return 3 * output + kept;
  }

  @Override
  public Long softmax(final Operation.Softmax op) {
    return 3 * output + kept;
  }
}
