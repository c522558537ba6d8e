package io.github.inceptionlens.dictionary.autoencoder;

import java.util.Arrays;

/**
 * Where each latent of a batch is active, so that each one's gradient is a sum of its own.
 *
 * @param starts where a latent's places begin; one more than there are latents
 * @param rows of the batch, ascending for each latent
 * @param values the strengths there
 * @param slopes derivatives of the loss by the strengths there
 */
public record LatentIndex(int[] starts, int[] rows, float[] values, float[] slopes) {

  /**
   * @param slopes by row, as the active latents
   */
  public static LatentIndex of(
      final ActiveLatents[] active, final float[][] slopes, final int entries) {
    final int[] starts = new int[entries + 1];
    for (final ActiveLatents row : active) {
      for (final int entry : row.entries()) {
        starts[entry + 1]++;
      }
    }
    for (int entry = 0; entry < entries; entry++) {
      starts[entry + 1] += starts[entry];
    }
    final int count = starts[entries];
    final LatentIndex index =
        new LatentIndex(starts, new int[count], new float[count], new float[count]);
    final int[] next = Arrays.copyOf(starts, entries);
    for (int row = 0; row < active.length; row++) {
      for (int i = 0; i < active[row].count(); i++) {
        final int at = next[active[row].entries()[i]]++;
        index.rows[at] = row;
        index.values[at] = active[row].values()[i];
        index.slopes[at] = slopes[row][i];
      }
    }
    return index;
  }

  /** How often a latent is active. */
  public int count(final int entry) {
    return starts[entry + 1] - starts[entry];
  }
}
