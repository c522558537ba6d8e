package io.github.inceptionlens.network.band;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a node keeps between two bands.
 *
 * @param blocks rows of its inputs; null where there are none
 * @param arrived how many rows of its inputs came so far, where it matters
 * @param done how many of its own were computed
 * @param <T> some rows
 */
public record StageState<T>(List<T> blocks, int arrived, int done) {

  /** Copies the list. */
  public StageState {
    blocks = Collections.unmodifiableList(new ArrayList<>(blocks));
  }

  /** The same with other rows; what is not there stays so. */
  public StageState<T> with(final UnaryOperator<T> other) {
    final List<T> changed = new ArrayList<>();
    blocks.forEach(block -> changed.add(block == null ? null : other.apply(block)));
    return new StageState<>(changed, arrived, done);
  }
}
