package io.github.inceptionlens.dictionary.sparse;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.autoencoder.SparseMethod;
import io.github.inceptionlens.dictionary.vectors.PictureSplit;
import io.github.inceptionlens.dictionary.vectors.VectorCensus;
import io.github.inceptionlens.dictionary.vectors.VectorOrigin;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Random;

/**
 * How long a training takes, beside the matrix products that it would be made of if nothing in it
 * were sparse: encode, decode, and those of the three derivatives.
 */
public final class SparseTrainingBenchmark {

  private static final int POOL = 4_096;

  private final int channels;
  private final int entries;
  private final int k;
  private final int batch;
  private final int steps;
  private final PrintStream out;

  private SparseTrainingBenchmark(final int[] sizes, final PrintStream out) {
    steps = sizes[0] / sizes[4];
    channels = sizes[1];
    entries = sizes[2];
    k = sizes[3];
    batch = sizes[4];
    this.out = out;
  }

  /**
   * @param arguments vectors, channels, entries, k and batch: usually 1000000 512 4096 32 1024
   */
  public static void main(final String... arguments) {
    final int[] sizes = {20 * 1_024, 512, 4_096, 32, 1_024};
    for (int i = 0; i < arguments.length; i++) {
      sizes[i] = Integer.parseInt(arguments[i]);
    }
    new SparseTrainingBenchmark(sizes, System.out).run();
  }

  private void run() {
    products(2);
    training(2);
    final double bare = products(steps);
    final double whole = training(steps);
    out.printf(
        Locale.ROOT,
        "sparse training: %,d vectors of %d into %,d latents, k %d, batch %d: %.1f s, %.2f times the"
            + " bare matrix products (%.1f s)%n",
        steps * batch,
        channels,
        entries,
        k,
        batch,
        whole,
        whole / bare,
        bare);
  }

  private static float[] drawn(final int count) {
    final Random dice = new Random(1);
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = Math.max(0, (float) dice.nextGaussian());
    }
    return values;
  }

  /** Seconds of the products alone. */
  private double products(final int times) {
    final float[] vectors = drawn(batch * channels);
    final float[] weights = drawn(entries * channels);
    final float[] latents = drawn(batch * entries);
    final float[] built = new float[batch * channels];
    final float[] slopes = new float[entries * channels];
    try (MatrixProducts products = new MatrixProducts()) {
      final long start = System.nanoTime();
      for (int i = 0; i < times; i++) {
        products.timesTransposed(vectors, batch, weights, entries, channels, latents);
        products.times(latents, batch, weights, channels, entries, built);
        products.timesTransposed(built, batch, weights, entries, channels, latents);
        products.times(latents, entries, vectors, channels, batch, slopes);
        products.times(latents, entries, built, channels, batch, slopes);
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /** Seconds of so many steps. */
  private double training(final int times) {
    final VectorSource vectors = new Pool(drawn(POOL * channels), channels, entries);
    final SparseRequest usual = SparseRequest.usual(SparseMethod.TOPK, entries, k);
    final PictureSplit split = PictureSplit.of(vectors, 0.1, 0);
    final VectorCensus census = VectorCensus.of(vectors, split.training(), Progress.NONE);
    final SparseRequest request =
        new SparseRequest(
            usual.method(), entries, k, 3_000, batch, usual.learningRate(), 0, usual.frozen());
    try (SparseTraining training = new SparseTraining(vectors, split.training(), request, census)) {
      final long start = System.nanoTime();
      for (int i = 0; i < times; i++) {
        training.step();
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /** A few vectors again and again, as many as a dictionary of so many entries asks for. */
  private record Pool(float[] values, int channels, int entries) implements VectorSource {

    @Override
    public long size() {
      return Math.max(POOL, 2L * entries);
    }

    @Override
    public float[] row(final long row) {
      final float[] vector = new float[channels];
      System.arraycopy(values, (int) (row % POOL) * channels, vector, 0, channels);
      return vector;
    }

    @Override
    public VectorOrigin origin(final long row) {
      return new VectorOrigin("all", String.valueOf(row), 1);
    }
  }
}
