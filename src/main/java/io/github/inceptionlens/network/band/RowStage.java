package io.github.inceptionlens.network.band;

import io.github.inceptionlens.network.architecture.Node;
import java.util.List;
import java.util.Objects;

/**
 * A node of the table whose rows are computed as those of its inputs arrive; it keeps of them what
 * its next rows need.
 *
 * @param <T> some rows
 */
abstract class RowStage<T> {

  private final Node node;
  private final RowArithmetic<T> arithmetic;

  RowStage(final Node node, final RowArithmetic<T> arithmetic) {
    this.node = node;
    this.arithmetic = arithmetic;
  }

  final Node node() {
    return node;
  }

  final RowArithmetic<T> arithmetic() {
    return arithmetic;
  }

  /**
   * The rows that can be computed now.
   *
   * @param fresh the rows that arrived of each input, in its order; null where none did. They stay
   *     the caller's
   * @return null if none can
   */
  abstract T next(List<T> fresh);

  /** What is kept until the next rows arrive. */
  abstract StageState<T> state();

  /** Goes on from a state, whose rows become this one's. */
  abstract void restore(StageState<T> state);

  /** Lets go what is kept. */
  final void close() {
    state().blocks().stream().filter(Objects::nonNull).forEach(arithmetic::close);
  }

  /** Rows one below the other; null for none. The upper ones are let go, if they were copied. */
  final T joined(final T upper, final T lower) {
    if (upper == null || lower == null) {
      return upper == null ? lower : upper;
    }
    final T both = arithmetic.joined(upper, lower);
    arithmetic.close(upper);
    return both;
  }
}
