package io.github.inceptionlens.dictionary.vectors;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Batches of the vectors that are learned from, epoch after epoch in an order that the seed and the
 * epoch's number give; so the number of the step is all of its state.
 */
public final class BatchSampler {

  private static final long EPOCH_SEEDS = 0x9E3779B97F4A7C15L;

  private final VectorSource vectors;
  private final int[] rows;
  private final int batch;
  private final long seed;
  private int[] order = new int[0];
  private long epoch = -1;

  /**
   * @param rows those that are learned from
   */
  public BatchSampler(
      final VectorSource vectors, final int[] rows, final int batch, final long seed) {
    this.vectors = vectors;
    this.rows = rows;
    this.batch = batch;
    this.seed = seed;
  }

  /**
   * The vectors of a step.
   *
   * @param step from 0
   * @param into [batch, channel], row-major
   */
  public void read(final int step, final float[] into) {
    final int[] drawn = new int[batch];
    for (int i = 0; i < batch; i++) {
      final long at = (long) step * batch + i;
      turnTo(at / rows.length);
      drawn[i] = order[(int) (at % rows.length)];
    }
    read(vectors, drawn, 0, batch, into);
  }

  private void turnTo(final long wanted) {
    if (wanted != epoch) {
      epoch = wanted;
      order = rows.clone();
      final Random dice = new Random(seed + wanted * EPOCH_SEEDS);
      for (int i = order.length - 1; i > 0; i--) {
        final int other = dice.nextInt(i + 1);
        final int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
    }
  }

  /** Reads some of the named rows, as they are, from a source. */
  public static void read(
      final VectorSource vectors,
      final int[] rows,
      final int from,
      final int count,
      final float[] into) {
    final int channels = vectors.channels();
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> System.arraycopy(vectors.row(rows[from + i]), 0, into, i * channels, channels));
  }
}
