package io.github.inceptionlens.dictionary;

import java.util.Arrays;
import java.util.Random;

/**
 * Rows of a matrix whose directions lie far apart: each is drawn with a probability that grows with
 * the square of its distance from those before (k-means++).
 */
public final class SpreadRows {

  private final float[] data;
  private final int channels;
  private final double[] lengths;
  private final double[] distances;

  private SpreadRows(final float[] data, final int channels) {
    this.data = data;
    this.channels = channels;
    this.lengths = new double[data.length / channels];
    this.distances = new double[lengths.length];
    for (int row = 0; row < lengths.length; row++) {
      lengths[row] = Math.sqrt(product(row, row));
      distances[row] = lengths[row] > 0 ? 1 : 0;
    }
  }

  /**
   * Draws rows.
   *
   * @return as many as wanted, zeros where no further direction is left
   */
  static double[][] of(final float[] data, final int channels, final int count, final long seed) {
    final int[] indices = indices(data, channels, count, seed);
    final double[][] drawn = new double[count][channels];
    for (int i = 0; i < indices.length; i++) {
      for (int c = 0; c < channels; c++) {
        drawn[i][c] = data[indices[i] * channels + c];
      }
    }
    return drawn;
  }

  /**
   * Draws rows by their indices.
   *
   * @param data [row, channel], row-major
   * @return as many as wanted, or fewer where no further direction is left
   */
  public static int[] indices(
      final float[] data, final int channels, final int count, final long seed) {
    final SpreadRows rows = new SpreadRows(data, channels);
    final Random dice = new Random(seed);
    final int[] drawn = new int[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = rows.draw(dice);
      if (drawn[i] < 0) {
        return Arrays.copyOf(drawn, i);
      }
      rows.leave(drawn[i]);
    }
    return drawn;
  }

  /** The next row, or -1 when all are drawn or lie in a drawn one's direction. */
  private int draw(final Random dice) {
    double sum = 0;
    for (final double distance : distances) {
      sum += distance;
    }
    double left = dice.nextDouble() * sum;
    int last = -1;
    for (int row = 0; row < distances.length; row++) {
      if (distances[row] > 0) {
        last = row;
        left -= distances[row];
        if (left < 0) {
          return row;
        }
      }
    }
    return last;
  }

  /** Takes the drawn row's direction into account: squared distances of unit vectors. */
  private void leave(final int drawn) {
    for (int row = 0; row < distances.length; row++) {
      if (distances[row] > 0) {
        final double cosine = product(row, drawn) / (lengths[row] * lengths[drawn]);
        final double distance = 2 - 2 * cosine;
        distances[row] = distance < 1e-9 ? 0 : Math.min(distances[row], distance);
      }
    }
  }

  private double product(final int one, final int other) {
    double sum = 0;
    for (int c = 0; c < channels; c++) {
      sum += (double) data[one * channels + c] * data[other * channels + c];
    }
    return sum;
  }
}
