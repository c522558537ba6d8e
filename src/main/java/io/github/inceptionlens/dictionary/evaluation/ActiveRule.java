package io.github.inceptionlens.dictionary.evaluation;

import io.github.inceptionlens.dictionary.autoencoder.ActiveLatents;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What of a place's strengths is active; the rest is 0. */
@FunctionalInterface
interface ActiveRule {

  /** All are as they are. */
  ActiveRule ALL = (strengths, start, entries) -> {};

  /** Nothing is. */
  ActiveRule NOTHING =
      (strengths, start, entries) -> Arrays.fill(strengths, start, start + entries, 0);

  /** The largest one counts 1, whatever its sign. */
  ActiveRule LARGEST_ALONE =
      (strengths, start, entries) -> {
        int best = start;
        for (int i = start + 1; i < start + entries; i++) {
          best = strengths[i] > strengths[best] ? i : best;
        }
        Arrays.fill(strengths, start, start + entries, 0);
        strengths[best] = 1;
      };

  /** Leaves of the strengths of a place what is active. */
  void apply(float[] strengths, int start, int entries);

  /** The k largest positive ones. */
  static ActiveRule topK(final int k) {
    return (strengths, start, entries) -> {
      final ActiveLatents kept =
          ActiveLatents.largest(strengths, start, IntStream.range(0, entries).toArray(), k);
      Arrays.fill(strengths, start, start + entries, 0);
      for (int i = 0; i < kept.count(); i++) {
        strengths[start + kept.entries()[i]] = kept.values()[i];
      }
    };
  }

  /** That of a dictionary. */
  static ActiveRule of(final Nonlinearity nonlinearity) {
    if (nonlinearity instanceof Nonlinearity.TopK largest) {
      return topK(largest.count());
    }
    if (nonlinearity instanceof Nonlinearity.None) {
      return ALL;
    }
    return nonlinearity
        .thresholds()
        .map(ActiveRule::above)
        .orElseGet(
            () -> (strengths, start, entries) -> above(strengths, start, new float[entries]));
  }

  private static ActiveRule above(final float[] thresholds) {
    return (strengths, start, entries) -> above(strengths, start, thresholds);
  }

  private static void above(final float[] strengths, final int start, final float[] thresholds) {
    for (int i = 0; i < thresholds.length; i++) {
      strengths[start + i] = strengths[start + i] > thresholds[i] ? strengths[start + i] : 0;
    }
  }
}
