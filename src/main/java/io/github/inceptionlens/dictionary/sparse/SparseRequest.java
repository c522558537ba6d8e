package io.github.inceptionlens.dictionary.sparse;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.autoencoder.FrozenPart;
import io.github.inceptionlens.dictionary.autoencoder.SparseMethod;
import java.util.Locale;

/**
 * How a sparse autoencoder is trained.
 *
 * @param size number of latents, at least 1
 * @param k how many are active at a place, at most or in the mean, 1 to {@code size}
 * @param steps number of updates, at least 1
 * @param batch vectors per update, at least 1
 * @param learningRate of Adam, above 0
 * @param seed the same seed, vectors and request give the same dictionary on one computer
 */
public record SparseRequest(
    SparseMethod method,
    int size,
    int k,
    int steps,
    int batch,
    double learningRate,
    long seed,
    FrozenPart frozen) {

  /** So many updates are made at least, however few vectors there are. */
  public static final int LEAST_STEPS = 3_000;

  /** So many vectors an update sees, where there are enough. */
  public static final int USUAL_BATCH = 1_024;

  /** So often a training sees every vector in the mean, at least. */
  private static final int EPOCHS = 3;

  /** A batch is this part of the vectors at most. */
  private static final int LEAST_BATCHES = 4;

  /** Weights, their derivatives, moments, the best so far and a checkpoint of these. */
  private static final int COPIES = 18;

  private static final int LEAST_BATCH = 64;
  private static final double RATE = 2e-4;
  private static final double RATE_WIDTH = 16_384;
  private static final long MOST_STRENGTHS = 1L << 28;

  /**
   * Refuses numbers that are none.
   *
   * @throws UserError with the key's name
   */
  public SparseRequest {
    requirePositive("size", size);
    requirePositive("k", k);
    requirePositive("steps", steps);
    requirePositive("batch", batch);
    if (k > size) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "k is %d, but the dictionary has %d entries: choose a k up to that, or a larger size",
              k,
              size));
    }
    if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new UserError("learning_rate is " + learningRate + ", expected a number above 0");
    }
    if ((long) size * batch > MOST_STRENGTHS) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "batch is %d with %d entries, which is more than memory is meant to hold: choose a"
                  + " batch up to %d",
              batch,
              size,
              MOST_STRENGTHS / size));
    }
  }

  private static void requirePositive(final String key, final int value) {
    if (value < 1) {
      throw new UserError(key + " is " + value + ", expected a number above 0");
    }
  }

  /** With the usual numbers for many vectors, seed 0, and all of it learned. */
  public static SparseRequest usual(final SparseMethod method, final int size, final int k) {
    return new SparseRequest(
        method, size, k, LEAST_STEPS, USUAL_BATCH, usualRate(size), 0, FrozenPart.NONE);
  }

  /** The usual learning rate: 2e-4 at 16,384 latents, larger for fewer. */
  public static double usualRate(final int size) {
    return RATE / Math.sqrt(size / RATE_WIDTH);
  }

  /** The usual batch: {@value #USUAL_BATCH}, or a quarter of the vectors where these are few. */
  public static int usualBatch(final long vectors) {
    final long most = Math.max(LEAST_BATCH, vectors / LEAST_BATCHES);
    return (int) Math.max(1, Math.min(Math.min(USUAL_BATCH, most), vectors));
  }

  /** The usual number of updates: at least {@value #LEAST_STEPS}, and three epochs. */
  public static int usualSteps(final long vectors, final int batch) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(LEAST_STEPS, EPOCHS * vectors / batch));
  }

  /** What a training needs of Java's memory at least, whatever the number of vectors. */
  long bytes(final int channels) {
    final long numbers = (long) COPIES * size * channels + (long) batch * (size + 4L * channels);
    return Float.BYTES * numbers;
  }

  /** The same with another part that stays as it is drawn. */
  public SparseRequest freezing(final FrozenPart part) {
    return new SparseRequest(method, size, k, steps, batch, learningRate, seed, part);
  }

  /** The same with another seed. */
  public SparseRequest seeded(final long other) {
    return new SparseRequest(method, size, k, steps, batch, learningRate, other, frozen);
  }

  /** The same with another number of active latents. */
  public SparseRequest keeping(final int active) {
    return new SparseRequest(method, size, active, steps, batch, learningRate, seed, frozen);
  }
}
