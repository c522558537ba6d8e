package io.github.inceptionlens.dictionary.evaluation;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.vectors.BatchSampler;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well a code rebuilds vectors, and how it uses its entries.
 *
 * @param vectors how many were looked at
 * @param unexplained Σ‖x − x̂‖² / Σ‖x − mean‖², with the mean of these very vectors: 0 for a
 *     perfect copy, 1 for what always says their mean, more for worse
 * @param active entries per vector that are not 0, in the mean
 * @param counts at how many vectors each entry is active
 * @see <a href="https://arxiv.org/abs/2406.04093">Gao et al. 2024</a>
 */
public record CodeFigures(long vectors, double unexplained, double active, long[] counts) {

  /** An entry that is active at more than this part of the vectors is dense. */
  public static final double DENSE = 0.1;

  private static final int BATCH = 512;

  /**
   * Looks at the named rows, or so many of them spread evenly.
   *
   * @param most how many at most
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public static CodeFigures of(
      final SparseCode code,
      final VectorSource vectors,
      final int[] rows,
      final int most,
      final Progress progress) {
    final int count = Math.min(most, rows.length);
    final int[] some =
        IntStream.range(0, count).map(i -> rows[(int) ((long) i * rows.length / count)]).toArray();
    final Sums sums = new Sums(code);
    try (MatrixProducts products = new MatrixProducts()) {
      for (int from = 0; from < count; from += BATCH) {
        progress.at((double) from / count, "Rebuilding vectors ...");
        final int size = Math.min(BATCH, count - from);
        BatchSampler.read(vectors, some, from, size, sums.batch);
        sums.add(size, products);
      }
    }
    return sums.result(count);
  }

  /** The part of the entries that are active nowhere. */
  public double dead() {
    return part(0, 0);
  }

  /** The part of the entries that are active at more than a tenth of the vectors. */
  public double dense() {
    return 1 - part(0, DENSE * vectors);
  }

  private double part(final double least, final double most) {
    return (double) Arrays.stream(counts).filter(one -> one >= least && one <= most).count()
        / counts.length;
  }

  /**
   * The base-10 logarithm of the part of the vectors at which each entry is active, of those that
   * are active anywhere; 0 for one that is active everywhere.
   */
  public double[] densities() {
    return Arrays.stream(counts)
        .filter(one -> one > 0)
        .mapToDouble(one -> Math.log10((double) one / vectors))
        .toArray();
  }

  /** The uses of entries at these and other vectors; how well it rebuilds stays that of these. */
  CodeFigures using(final CodeFigures others) {
    final long[] all = counts.clone();
    for (int entry = 0; entry < all.length; entry++) {
      all[entry] += others.counts[entry];
    }
    return new CodeFigures(vectors + others.vectors, unexplained, active, all);
  }

  /** What is counted batch by batch. */
  private static final class Sums {

    private final SparseCode code;
    private final float[] batch;
    private final float[] rebuilt;
    private final float[] strengths;
    private final double[] means;
    private final long[] counts;
    private double squares;
    private double left;
    private long active;

    Sums(final SparseCode code) {
      this.code = code;
      batch = new float[BATCH * code.channels()];
      rebuilt = new float[BATCH * code.channels()];
      strengths = new float[BATCH * code.entries()];
      means = new double[code.channels()];
      counts = new long[code.entries()];
    }

    void add(final int rows, final MatrixProducts products) {
      code.encode(products, batch, rows, strengths);
      code.decode(products, strengths, rows, rebuilt);
      final int channels = code.channels();
      for (int i = 0; i < rows * channels; i++) {
        final double off = (double) batch[i] - rebuilt[i];
        means[i % channels] += batch[i];
        squares += (double) batch[i] * batch[i];
        left += off * off;
      }
      for (int i = 0; i < rows * code.entries(); i++) {
        if (strengths[i] != 0) {
          counts[i % code.entries()]++;
          active++;
        }
      }
    }

    CodeFigures result(final int vectors) {
      double spread = squares;
      for (final double mean : means) {
        spread -= mean * mean / vectors;
      }
      return new CodeFigures(vectors, left / spread, (double) active / vectors, counts);
    }
  }
}
