package io.github.inceptionlens.superposition;

import io.github.inceptionlens.core.AverageLinkage;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.evaluation.FiringPlaces;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which entries of a dictionary fire together: the correlation φ of all pairs, beside the largest
 * that there is where each entry fires as often, but at places drawn by chance.
 */
public final class CoFiring {

  /** An entry that fires, or is silent, at fewer places is left out. */
  public static final int LEAST_PLACES = 10;

  /** So many entries are compared at most, those that fire most often. */
  public static final int MOST_ENTRIES = 2_048;

  private static final int DRAWS = 5;

  private final int[] entries;
  private final float[] phi;
  private final double chance;

  private CoFiring(final int[] entries, final float[] phi, final double chance) {
    this.entries = entries;
    this.phi = phi;
    this.chance = chance;
  }

  /**
   * Compares all pairs.
   *
   * @param seed what chance draws from
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public static CoFiring of(final FiringPlaces firing, final long seed, final Progress progress) {
    final int[] entries = often(firing);
    HeapCheck.require(
        (long) Float.BYTES * entries.length * entries.length * 2,
        "a table of all pairs of " + entries.length + " entries",
        "choose a smaller dictionary");
    final FiringPlaces some = firing.only(entries);
    final float[] phi = all(some, progress.part(0, DRAWS + 1));
    double chance = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      chance =
          Math.max(
              chance,
              largest(
                  all(some.permuted(seed + draw), progress.part(draw + 1, DRAWS + 1)),
                  entries.length));
    }
    return new CoFiring(entries, phi, chance);
  }

  private static int[] often(final FiringPlaces firing) {
    final int most = firing.places() - LEAST_PLACES;
    return IntStream.range(0, firing.bits().length)
        .filter(entry -> firing.counts()[entry] >= LEAST_PLACES && firing.counts()[entry] <= most)
        .boxed()
        .sorted(Comparator.comparingInt(entry -> -firing.counts()[entry]))
        .limit(MOST_ENTRIES)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static float[] all(final FiringPlaces firing, final Progress progress) {
    final int size = firing.bits().length;
    final float[] phi = new float[size * size];
    for (int one = 0; one < size; one++) {
      final int first = one;
      progress.at(
          (double) one / size,
          String.format(Locale.ROOT, "Comparing entry %,d of %,d ...", one + 1, size));
      IntStream.range(0, one)
          .parallel()
          .forEach(
              other -> {
                final float value = (float) firing.phi(first, other);
                phi[first * size + other] = value;
                phi[other * size + first] = value;
              });
    }
    return phi;
  }

  private static double largest(final float[] phi, final int size) {
    double largest = 0;
    for (int i = 0; i < phi.length; i++) {
      largest = i / size == i % size ? largest : Math.max(largest, phi[i]);
    }
    return largest;
  }

  /** The entries that are compared, ascending. */
  public int[] entries() {
    return entries.clone();
  }

  /** The largest φ of any pair where entries fire at places drawn by chance. */
  public double chance() {
    return chance;
  }

  /**
   * Groups of entries that fire together, by average linkage, the largest first.
   *
   * @param least the φ that two groups have in the mean, more than that, to be joined
   * @return of each group its entries, ascending
   */
  public List<List<Integer>> clusters(final double least) {
    return AverageLinkage.of(entries.length, this::at, least).stream()
        .map(group -> group.stream().map(index -> entries[index]).toList())
        .toList();
  }

  private float at(final int one, final int other) {
    return phi[one * entries.length + other];
  }

  /** The mean φ of the pairs of a group of compared entries. */
  double mean(final List<Integer> group) {
    final int[] indices =
        group.stream().mapToInt(entry -> Arrays.binarySearch(entries, entry)).toArray();
    double sum = 0;
    for (int i = 0; i < indices.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += at(indices[i], indices[j]);
      }
    }
    return 2 * sum / (indices.length * (indices.length - 1.0));
  }
}
