package io.github.inceptionlens.dictionary.sparse;

import io.github.inceptionlens.dictionary.vectors.FloatRows;
import io.github.inceptionlens.dictionary.vectors.VectorOrigin;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Sums of a few atoms each, in directions that chance draws: a dictionary whose truth is known. */
public final class PlantedVectors implements VectorSource {

  private final int channels;
  private final float[] atoms;
  private final float[] values;
  private final int perPicture;

  /**
   * @param active atoms per vector, with strengths of 0.5 to 1.5
   * @param perPicture so many vectors count as a picture
   */
  public PlantedVectors(
      final int channels, final int count, final int active, final int size, final int perPicture) {
    this.channels = channels;
    this.perPicture = perPicture;
    final Random dice = new Random(1);
    atoms = new float[count * channels];
    for (int i = 0; i < atoms.length; i++) {
      atoms[i] = (float) dice.nextGaussian();
    }
    for (int atom = 0; atom < count; atom++) {
      FloatRows.normalize(atoms, atom * channels, channels);
    }
    values = new float[size * channels];
    for (int row = 0; row < size; row++) {
      final Set<Integer> drawn = new HashSet<>();
      while (drawn.size() < active) {
        drawn.add(dice.nextInt(count));
      }
      for (final int atom : drawn) {
        FloatRows.add(
            0.5f + dice.nextFloat(), atoms, atom * channels, values, row * channels, channels);
      }
    }
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public long size() {
    return values.length / channels;
  }

  @Override
  public float[] row(final long row) {
    return Arrays.copyOfRange(values, (int) row * channels, (int) (row + 1) * channels);
  }

  @Override
  public VectorOrigin origin(final long row) {
    final String image = "image " + row / perPicture;
    return new VectorOrigin(image, image, 1);
  }

  float[] values() {
    return values;
  }

  /** The mean over the atoms of the largest cosine that a dictionary's row has with it. */
  public double found(final float[] decoder) {
    double sum = 0;
    for (int atom = 0; atom < atoms.length; atom += channels) {
      double best = -1;
      for (int row = 0; row < decoder.length; row += channels) {
        best = Math.max(best, FloatRows.product(atoms, atom, decoder, row, channels));
      }
      sum += best;
    }
    return sum / (atoms.length / channels);
  }
}
