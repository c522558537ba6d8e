package io.github.inceptionlens.network.band;

import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Walk;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * How a large picture is shown to the network: so many of its rows at a time.
 *
 * @param rows pixels of the picture in a band
 * @param bands how many bands there are
 * @param bytes the most native memory that is held at once, without what is asked for
 */
public record BandPlan(int rows, int bands, long bytes) {

  /** Bands begin on the same rows of every layer, for whole strides of all layers go into it. */
  private static final int SMALLEST = 32;

  /** Within that, bands are as high as it pays. */
  private static final long ENOUGH = 112L << 20;

  /**
   * After so many rows of a picture, more than any unit sees, each band is held as the last was.
   */
  private static final int STEADY = 1024;

  /**
   * The highest bands that fit into the memory, as far as higher ones are faster.
   *
   * @param wanted canonical names
   * @param budget bytes
   * @return the smallest bands, where not even these fit
   */
  public static BandPlan of(
      final Architecture architecture,
      final Collection<String> wanted,
      final int width,
      final int height,
      final long budget) {
    final long most = Math.min(budget, ENOUGH);
    BandPlan best = new BandPlan(architecture, wanted, width, height, SMALLEST);
    while (best.rows < height) {
      final BandPlan higher = new BandPlan(architecture, wanted, width, height, 2 * best.rows);
      if (higher.bytes > most) {
        return best;
      }
      best = higher;
    }
    return best;
  }

  /** A plan with bands of a given height. */
  public BandPlan(
      final Architecture architecture,
      final Collection<String> wanted,
      final int width,
      final int height,
      final int rows) {
    this(
        rows,
        (height + rows - 1) / rows,
        bytes(architecture, wanted, width, telling(height, rows), rows));
  }

  /** Such as {@code 32 of 256 rows}. */
  public String words() {
    return String.format(Locale.ROOT, "%d of %d rows", bands, rows);
  }

  /** The height of a picture whose bands need as much memory as those of a higher one. */
  static int telling(final int height, final int rows) {
    final int beyond = height - STEADY;
    return beyond > rows ? height - beyond / rows * rows : height;
  }

  /** The most that is held at once, found by going through all bands with sizes alone. */
  static long bytes(
      final Architecture architecture,
      final Collection<String> wanted,
      final int width,
      final int height,
      final int rows) {
    final SizedRows sizes = new SizedRows(bytesPerRow(architecture, wanted, width));
    flow(new RowFlow<>(architecture, wanted, height, sizes), sizes, height, rows, states -> {});
    return sizes.peak();
  }

  /**
   * The bytes of what the nodes keep between bands, of all bands together.
   *
   * @param wanted canonical names
   * @param rows pixels of the picture in a band
   */
  public static long kept(
      final Architecture architecture,
      final Collection<String> wanted,
      final int width,
      final int height,
      final int rows) {
    final SizedRows sizes = new SizedRows(bytesPerRow(architecture, wanted, width));
    final RowFlow<SizedRows.Block> flow = new RowFlow<>(architecture, wanted, height, sizes);
    final long[] sum = {0};
    flow(flow, sizes, height, rows, states -> states.forEach(one -> sum[0] += sizes(one).sum()));
    return sum[0];
  }

  private static LongStream sizes(final StageState<SizedRows.Block> state) {
    return state.blocks().stream().filter(Objects::nonNull).mapToLong(SizedRows.Block::size);
  }

  private static void flow(
      final RowFlow<SizedRows.Block> flow,
      final SizedRows sizes,
      final int height,
      final int rows,
      final Consumer<Collection<StageState<SizedRows.Block>>> between) {
    for (int top = 0; top < height; top += rows) {
      between.accept(flow.states().values());
      final int count = Math.min(rows, height - top);
      final SizedRows.Block made = sizes.block(Architecture.INPUT, count);
      final SizedRows.Block band = sizes.block(Architecture.INPUT, count);
      sizes.close(made);
      flow.next(band).values().stream().filter(Objects::nonNull).forEach(sizes::close);
      sizes.close(band);
    }
  }

  private static Map<String, Long> bytesPerRow(
      final Architecture architecture, final Collection<String> wanted, final int width) {
    final Map<String, Integer> columns = new HashMap<>(Map.of(Architecture.INPUT, width));
    final Map<String, Long> bytes = new HashMap<>(Map.of(Architecture.INPUT, bytes(3, width)));
    for (final Node node : new Walk(architecture, List.of(Architecture.INPUT), wanted).path()) {
      final int own = RowFlow.length(node, columns.get(node.inputs().get(0)));
      columns.put(node.name(), own);
      bytes.put(node.name(), bytes(node.channels(), own));
    }
    return bytes;
  }

  private static long bytes(final int channels, final int columns) {
    return (long) channels * columns * Float.BYTES;
  }
}
