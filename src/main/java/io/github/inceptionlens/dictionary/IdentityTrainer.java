package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.Directions.Entry;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.Collections;
import java.util.Optional;
import org.scijava.plugin.Plugin;

/** The layer's channels themselves: all unit vectors, which are their own way back. */
@Plugin(type = DictionaryTrainer.class, name = "identity", priority = 200)
public final class IdentityTrainer implements DictionaryTrainer {

  @Override
  public boolean isLearned() {
    return false;
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  @Override
  public boolean isSeeded() {
    return false;
  }

  @Override
  public Directions train(
      final Vectors vectors, final int count, final long seed, final Progress progress) {
    final int channels = vectors.channels();
    final float[] rows = new float[channels * channels];
    for (int c = 0; c < channels; c++) {
      rows[c * channels + c] = 1;
    }
    return new Directions(
        rows,
        new float[channels],
        Nonlinearity.NONE,
        Optional.of(rows),
        new float[channels],
        Collections.nCopies(channels, Entry.plain("", 0)));
  }
}
