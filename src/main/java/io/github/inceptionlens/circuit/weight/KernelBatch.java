package io.github.inceptionlens.circuit.weight;

import ai.djl.ndarray.NDArray;

/** The kernels of some units for the channels of a row. */
final class KernelBatch implements AutoCloseable {

  private final NDArray values;
  private final KernelSpan span;

  /**
   * @param values [unit, channel, row, column]
   * @param span how far they reach
   */
  KernelBatch(final NDArray values, final KernelSpan span) {
    this.values = values;
    this.span = span;
  }

  NDArray values() {
    return values;
  }

  KernelSpan span() {
    return span;
  }

  @Override
  public void close() {
    values.close();
  }
}
