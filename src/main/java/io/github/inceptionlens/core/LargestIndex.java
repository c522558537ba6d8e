package io.github.inceptionlens.core;

import java.util.stream.IntStream;

/** Where the largest of some values is. */
public final class LargestIndex {

  private LargestIndex() {}

  /**
   * Of equal ones the first.
   *
   * @param values at least one
   */
  public static int of(final float... values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }

  /** The same of doubles. */
  public static int of(final double... values) {
    return IntStream.range(0, values.length)
        .reduce((one, other) -> values[other] > values[one] ? other : one)
        .orElseThrow();
  }
}
