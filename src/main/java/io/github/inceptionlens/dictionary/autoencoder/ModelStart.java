package io.github.inceptionlens.dictionary.autoencoder;

import io.github.inceptionlens.dictionary.vectors.FloatRows;
import java.util.Random;

/**
 * Where an autoencoder starts: the center at the geometric median of some vectors, each atom as the
 * direction of a vector from there, and what is read as a copy of the atoms.
 *
 * @param vectors [row, channel], in the units of the training, drawn by chance
 */
public record ModelStart(float[] vectors, int channels) {

  private static final int MOST_FOR_CENTER = 8_192;
  private static final int ROUNDS = 30;
  private static final double LEAST_DISTANCE = 1e-9;

  /**
   * Makes it.
   *
   * @param frozen a part that is random directions and stays so; then both parts start as such
   */
  public Autoencoder model(final int entries, final FrozenPart frozen, final Random dice) {
    final Autoencoder model = Autoencoder.empty(entries, channels);
    median(model.center());
    for (int entry = 0; entry < entries; entry++) {
      for (int c = 0; c < channels; c++) {
        final int at = entry * channels + c;
        model.decoder()[at] =
            frozen == FrozenPart.NONE
                ? vectors[at] - model.center()[c]
                : (float) dice.nextGaussian();
      }
      if (FloatRows.squares(model.decoder(), entry * channels, channels) == 0) {
        model.decoder()[entry * channels + dice.nextInt(channels)] = 1;
      }
    }
    model.normalize();
    System.arraycopy(model.decoder(), 0, model.encoder(), 0, model.encoder().length);
    return model;
  }

  /**
   * @see <a href="https://doi.org/10.1007/s10107-010-0401-0">Weiszfeld's iteration, by Kuhn
   *     1973</a>
   */
  private void median(final float[] center) {
    final int rows = Math.min(MOST_FOR_CENTER, vectors.length / channels);
    final double[] at = new double[channels];
    for (int round = 0; round <= ROUNDS; round++) {
      final double[] sums = new double[channels];
      double weights = 0;
      for (int row = 0; row < rows; row++) {
        final double weight = round == 0 ? 1 : 1 / distance(row, at);
        weights += weight;
        for (int c = 0; c < channels; c++) {
          sums[c] += weight * vectors[row * channels + c];
        }
      }
      for (int c = 0; c < channels; c++) {
        at[c] = sums[c] / weights;
      }
    }
    for (int c = 0; c < channels; c++) {
      center[c] = (float) at[c];
    }
  }

  private double distance(final int row, final double[] at) {
    double squares = 0;
    for (int c = 0; c < channels; c++) {
      final double off = vectors[row * channels + c] - at[c];
      squares += off * off;
    }
    return Math.max(LEAST_DISTANCE, Math.sqrt(squares));
  }
}
