package io.github.inceptionlens.network.band;

import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.engine.RowPadding;
import java.util.List;

/**
 * What can be done with some rows of a layer: with their values, or with their sizes alone.
 *
 * @param <T> some rows, all channels and columns
 */
public interface RowArithmetic<T> {

  /** How many rows there are; 1 for values without positions. */
  int rows(T block);

  /** Some of the rows, as a view. */
  T part(T block, int from, int to);

  /** Some of the rows, copied, so that the block can be let go. */
  T copy(T block, int from, int to);

  /** Rows one below the other, copied. */
  T joined(T upper, T lower);

  /**
   * Rows of a node's values.
   *
   * @param inputs the rows that they need
   * @param padding what is above and below these
   * @param first the index of the first row that is computed
   */
  T compute(Node node, List<T> inputs, RowPadding padding, int first);

  /**
   * The sum over rows, of a block and of what came before, of the means over columns.
   *
   * @param before null at the beginning; let go
   */
  T sum(T before, T block);

  /** The mean over all positions, from the sum over so many rows, which is let go. */
  T mean(Node node, T sum, int rows);

  /** Lets rows go. */
  void close(T block);
}
