package io.github.inceptionlens.circuit.weight;

import ai.djl.ndarray.NDArray;

/**
 * The kernels of some units for the channels of a row.
 *
 * @param values [unit, channel, row, column]
 * @param span how far they reach
 */
record KernelBatch(NDArray values, KernelSpan span) implements AutoCloseable {

  @Override
  public void close() {
    values.close();
  }
}
