package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.UserError;
import java.util.Locale;

/**
 * Activations of a layer at some positions, from which directions are learned.
 *
 * @param layer canonical name
 * @param channels the number of the layer's channels
 * @param values [position, channel], row-major, in units of the activation; may be empty; shared,
 *     not copied
 */
public record Vectors(String layer, int channels, float[] values) {

  /** Refuses values that are no matrix of so many columns. */
  public Vectors {
    if (channels < 1 || values.length % channels != 0) {
      throw new IllegalArgumentException(values.length + " values of " + channels + " channels");
    }
  }

  /** No vectors: all that a method needs which learns from none. */
  public static Vectors none(final String layer, final int channels) {
    return new Vectors(layer, channels, new float[0]);
  }

  /** The number of positions. */
  public int size() {
    return values.length / channels;
  }

  /** The mean of each channel. */
  public double[] mean() {
    final double[] mean = new double[channels];
    for (int i = 0; i < values.length; i++) {
      mean[i % channels] += values[i];
    }
    for (int c = 0; c < channels; c++) {
      mean[c] /= size();
    }
    return mean;
  }

  /** The sum of the squared distances from the mean. */
  public double spread() {
    final double[] mean = mean();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      final double off = values[i] - mean[i % channels];
      sum += off * off;
    }
    return sum;
  }

  /**
   * Refuses what has nothing to learn from.
   *
   * @throws UserError when all vectors are the same, or there are fewer than entries are wanted
   */
  void require(final int count) {
    if (size() < count) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "count is %d, but there are %d positions of %s to learn from: choose a smaller count,"
                  + " a larger selection or more images",
              count,
              size(),
              layer));
    }
    if (!(spread() > 0)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the activations of %s are the same at all %d positions, so that there is nothing to"
                  + " learn: choose another layer or other images",
              layer,
              size()));
    }
  }

  /** A sentence for more entries than the vectors have in them. */
  UserError tooMany(final int count, final String what, final int most) {
    return new UserError(
        String.format(
            Locale.ROOT,
            "count is %d, but the activations of %s %s: choose a count up to %d, or more images",
            count,
            layer,
            String.format(Locale.ROOT, what, most),
            most));
  }
}
