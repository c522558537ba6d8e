package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.Directions.Entry;
import java.util.Collections;
import java.util.Random;
import org.scijava.plugin.Plugin;

/** Unit vectors in random directions: what any other dictionary must be better than. */
@Plugin(type = DictionaryTrainer.class, name = "random", priority = 100)
public final class RandomTrainer implements DictionaryTrainer {

  @Override
  public boolean isLearned() {
    return false;
  }

  @Override
  public Directions train(
      final Vectors vectors, final int count, final long seed, final Progress progress) {
    return Directions.plain(
        rows(count, vectors.channels(), seed),
        new float[count],
        Collections.nCopies(count, Entry.plain("", 0)));
  }

  /**
   * Directions drawn uniformly over the sphere.
   *
   * @return [direction, channel], row-major, each of length 1
   */
  public static float[] rows(final int count, final int channels, final long seed) {
    final Random dice = new Random(seed);
    final float[] rows = new float[Math.multiplyExact(count, channels)];
    for (int entry = 0; entry < count; entry++) {
      unit(dice, rows, entry * channels, channels);
    }
    return rows;
  }

  private static void unit(
      final Random dice, final float[] rows, final int from, final int channels) {
    double squares = 0;
    for (int i = from; i < from + channels; i++) {
      rows[i] = (float) dice.nextGaussian();
      squares += (double) rows[i] * rows[i];
    }
    final double length = Math.sqrt(squares);
    for (int i = from; i < from + channels; i++) {
      rows[i] = (float) (rows[i] / length);
    }
  }
}
