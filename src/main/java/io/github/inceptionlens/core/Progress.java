package io.github.inceptionlens.core;

import java.util.concurrent.CancellationException;

/** Where a long work says how far it is, and learns that the user wants it to stop. */
@FunctionalInterface
public interface Progress {

  /** Reports to nobody and never stops. */
  Progress NONE = (fraction, what) -> {};

  /**
   * Reports and, when asked to stop, stops.
   *
   * @param fraction the part that is done, 0 to 1
   * @param what what is being done, in a few words
   * @throws CancellationException when the user asked to stop
   */
  void at(double fraction, String what);

  /**
   * The progress of one of {@code count} equal parts of this work.
   *
   * @param index which part, from 0
   * @param count how many parts there are
   */
  default Progress part(final int index, final int count) {
    return (fraction, what) -> at((index + fraction) / count, what);
  }
}
