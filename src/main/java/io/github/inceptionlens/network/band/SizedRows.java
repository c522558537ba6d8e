package io.github.inceptionlens.network.band;

import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.engine.RowPadding;
import io.github.inceptionlens.network.memory.OperationMemory;
import java.util.List;
import java.util.Map;

/**
 * Rows of which only the size is known, to find out how many bytes of native memory a flow of rows
 * holds at most.
 */
final class SizedRows implements RowArithmetic<SizedRows.Block> {

  /**
   * Some rows.
   *
   * @param bytes of one row, all channels
   * @param count how many
   * @param isView whether they are part of others
   */
  record Block(long bytes, int count, boolean isView) {

    long size() {
      return bytes * count;
    }
  }

  private final Map<String, Long> bytesPerRow;
  private long live;
  private long peak;

  /**
   * @param bytesPerRow of one row of each node, all channels
   */
  SizedRows(final Map<String, Long> bytesPerRow) {
    this.bytesPerRow = bytesPerRow;
  }

  /** The most bytes that were held at once. */
  long peak() {
    return peak;
  }

  /** New rows of an input. */
  Block block(final String node, final int rows) {
    return made(new Block(bytesPerRow.get(node), rows, false), 0);
  }

  private Block made(final Block block, final long transients) {
    live += block.size();
    peak = Math.max(peak, live + transients);
    return block;
  }

  @Override
  public int rows(final Block block) {
    return block.count();
  }

  @Override
  public Block part(final Block block, final int from, final int to) {
    return new Block(block.bytes(), to - from, true);
  }

  @Override
  public Block copy(final Block block, final int from, final int to) {
    return made(new Block(block.bytes(), to - from, false), 0);
  }

  @Override
  public Block joined(final Block upper, final Block lower) {
    return made(new Block(upper.bytes(), upper.count() + lower.count(), false), 0);
  }

  @Override
  public Block compute(
      final Node node, final List<Block> inputs, final RowPadding padding, final int first) {
    final Block input = inputs.get(0);
    final int rows =
        node.op()
            .slidingWindow()
            .map(
                window ->
                    (input.count() + padding.top() + padding.bottom() - window.kernel())
                            / window.stride()
                        + 1)
            .orElse(input.count());
    final Block output = new Block(bytesPerRow.get(node.name()), rows, false);
    final long copied = input.isView() ? input.size() : 0;
    final long padded = padding.equals(RowPadding.NONE) ? 0 : input.size();
    final long own = node.op().in(new OperationMemory(input.size(), output.size()));
    return made(output, own + Math.max(copied, padded));
  }

  @Override
  public Block sum(final Block before, final Block block) {
    return before == null ? made(new Block(2 * block.bytes(), 1, false), 0) : before;
  }

  @Override
  public Block mean(final Node node, final Block sum, final int rows) {
    close(sum);
    return made(new Block(bytesPerRow.get(node.name()), 1, false), 0);
  }

  @Override
  public void close(final Block block) {
    live -= block.isView() ? 0 : block.size();
  }
}
