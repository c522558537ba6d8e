package io.github.inceptionlens.dictionary.evaluation;

import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.autoencoder.Autoencoder;
import io.github.inceptionlens.dictionary.vectors.BatchSampler;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * At which places each entry of a dictionary fires: is above 0.
 *
 * @param places how many places were looked at
 * @param bits [entry][place / 64], a bit for each place
 * @param counts at how many places each entry fires
 */
public record FiringPlaces(int places, long[][] bits, int[] counts) {

  private static final int BATCH = 512;

  /**
   * Looks at vectors of the dictionary's layer, at so many of them spread evenly.
   *
   * @param dictionary with or without a way back
   * @param most how many at most
   * @throws UserError when the vectors are of another number of channels
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public static FiringPlaces of(
      final Dictionary dictionary,
      final VectorSource vectors,
      final int most,
      final Progress progress) {
    dictionary.requireChannels(vectors.channels());
    final int count = (int) Math.min(most, vectors.size());
    final int[] rows =
        IntStream.range(0, count).map(i -> (int) (i * vectors.size() / count)).toArray();
    final long[][] bits = empty(dictionary.entries(), count);
    final SparseCode code = code(dictionary);
    final float[] batch = new float[BATCH * code.channels()];
    final float[] strengths = new float[BATCH * code.entries()];
    try (MatrixProducts products = new MatrixProducts()) {
      for (int from = 0; from < count; from += BATCH) {
        progress.at((double) from / count, "Finding where entries fire ...");
        final int size = Math.min(BATCH, count - from);
        BatchSampler.read(vectors, rows, from, size, batch);
        code.encode(products, batch, size, strengths);
        add(bits, from, size, strengths);
      }
    }
    return counted(count, bits);
  }

  private static long[][] empty(final int entries, final int places) {
    final int words = (places - 1) / Long.SIZE + 1;
    HeapCheck.require(
        (long) Long.BYTES * words * entries,
        "a table of " + entries + " entries at " + places + " places",
        "choose a smaller dictionary");
    return new long[entries][words];
  }

  private static FiringPlaces counted(final int places, final long[][] bits) {
    final int[] counts = Arrays.stream(bits).mapToInt(one -> common(one, one)).toArray();
    return new FiringPlaces(places, bits, counts);
  }

  /** One whose way back, which has no part in it, may be missing. */
  private static SparseCode code(final Dictionary dictionary) {
    return new SparseCode(
        new Autoencoder(
            dictionary.encoder(), dictionary.bias(), dictionary.encoder(), dictionary.center()),
        ActiveRule.of(dictionary.nonlinearity()));
  }

  private static void add(
      final long[][] bits, final int from, final int count, final float[] strengths) {
    for (int i = 0; i < count * bits.length; i++) {
      if (strengths[i] > 0) {
        set(bits[i % bits.length], from + i / bits.length);
      }
    }
  }

  private static void set(final long[] entry, final int place) {
    entry[place / Long.SIZE] |= 1L << place % Long.SIZE;
  }

  private static int common(final long[] first, final long[] second) {
    int count = 0;
    for (int i = 0; i < first.length; i++) {
      count += Long.bitCount(first[i] & second[i]);
    }
    return count;
  }

  /**
   * The correlation φ of two entries' firing, −1 to 1; 0 where one of them fires nowhere or
   * everywhere.
   */
  public double phi(final int one, final int other) {
    final double a = (double) counts[one] / places;
    final double b = (double) counts[other] / places;
    final double spread = Math.sqrt(a * (1 - a) * b * (1 - b));
    return spread > 0 ? ((double) common(bits[one], bits[other]) / places - a * b) / spread : 0;
  }

  /** The same entries, each firing as often, at places drawn by chance. */
  public FiringPlaces permuted(final long seed) {
    final long[][] drawn = empty(bits.length, places);
    final SplittableRandom seeds = new SplittableRandom(seed);
    for (int entry = 0; entry < bits.length; entry++) {
      draw(drawn[entry], counts[entry], new SplittableRandom(seeds.nextLong()));
    }
    return new FiringPlaces(places, drawn, counts);
  }

  /** Goes over the places, each of which is taken with the probability that is left. */
  private void draw(final long[] entry, final int count, final SplittableRandom dice) {
    int left = count;
    for (int place = 0; place < places && left > 0; place++) {
      if (dice.nextInt(places - place) < left) {
        set(entry, place);
        left--;
      }
    }
  }

  /** Some of the entries, in the given order. */
  public FiringPlaces only(final int... entries) {
    return counted(
        places, IntStream.of(entries).mapToObj(entry -> bits[entry]).toArray(long[][]::new));
  }
}
