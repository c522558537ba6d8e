package io.github.inceptionlens.network.band;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.engine.LayerOperations;
import io.github.inceptionlens.network.engine.RowPadding;
import java.util.List;
import java.util.Map;

/**
 * Rows as native arrays [1, channel, row, column].
 *
 * @param operations compute them
 * @param means of channels over the whole picture, for the edits that put them there, by node
 */
public record NativeRows(LayerOperations operations, Map<String, float[]> means)
    implements RowArithmetic<NDArray> {

  private static final float[] NO_MEANS = {};
  private static final int ROWS = 2;
  private static final int COLUMNS = 3;

  @Override
  public int rows(final NDArray block) {
    return count(block);
  }

  /** How many rows an array has; 1 for one without positions. */
  public static int count(final NDArray block) {
    return block.getShape().dimension() > ROWS ? (int) block.getShape().get(ROWS) : 1;
  }

  @Override
  public NDArray part(final NDArray block, final int from, final int to) {
    return block.get(":, :, {}:{}", from, to);
  }

  @Override
  public NDArray copy(final NDArray block, final int from, final int to) {
    try (NDArray view = part(block, from, to)) {
      return view.duplicate();
    }
  }

  @Override
  public NDArray joined(final NDArray upper, final NDArray lower) {
    return upper.concat(lower, ROWS);
  }

  @Override
  public NDArray compute(
      final Node node, final List<NDArray> inputs, final RowPadding padding, final int first) {
    if (node.op() instanceof Operation.ChannelEdit edit) {
      final NDArray x = inputs.get(0);
      final float[] known = means.getOrDefault(node.name(), NO_MEANS);
      return operations.edit(x, edit.onRows(first, rows(x)), known);
    }
    return operations.compute(node, inputs, padding);
  }

  @Override
  public NDArray sum(final NDArray before, final NDArray block) {
    final NDArray own = sumOfRows(block);
    if (before == null) {
      return own;
    }
    try (own) {
      return before.addi(own);
    }
  }

  /** The sum over the rows of the means over the columns, in double precision. */
  private static NDArray sumOfRows(final NDArray block) {
    try (NDArray means = block.mean(new int[] {COLUMNS});
        NDArray sum = means.sum(new int[] {ROWS})) {
      return sum.toType(DataType.FLOAT64, true);
    }
  }

  @Override
  public NDArray mean(final Node node, final NDArray sum, final int rows) {
    try (sum;
        NDArray mean = sum.div(rows)) {
      return mean.toType(DataType.FLOAT32, true);
    }
  }

  @Override
  public void close(final NDArray block) {
    block.close();
  }
}
