package io.github.inceptionlens.network.tangent;

import ai.djl.ndarray.NDArray;

/**
 * What a row computes, and how that changes along some directions.
 *
 * @param value [1, channel, ...]
 * @param change [direction, channel, ...]; null where nothing changes
 */
record Dual(NDArray value, NDArray change) implements AutoCloseable {

  boolean changes() {
    return change != null;
  }

  @Override
  public void close() {
    value.close();
    if (changes()) {
      change.close();
    }
  }
}
