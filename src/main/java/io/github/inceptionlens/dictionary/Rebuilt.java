package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.Progress;

/**
 * Vectors as rectified strengths of directions, and what of them the way back gives.
 *
 * @param strengths [position, entry], 0 and above
 * @param explained the part of the variance that the first k entries explain, for k from 0 to all:
 *     1 − Σ‖x − x̂‖² / Σ‖x − mean‖²; below 0 where the mean alone would do better
 */
record Rebuilt(float[] strengths, double[] explained) {

  private static final int SELDOM = 256;

  static Rebuilt of(
      final Vectors vectors,
      final float[] encoder,
      final float[] decoder,
      final Progress progress) {
    final int channels = vectors.channels();
    final int count = encoder.length / channels;
    final float[] strengths = new float[vectors.size() * count];
    final double[] left = new double[count + 1];
    final double[] rest = new double[channels];
    for (int i = 0; i < vectors.size(); i++) {
      if (i % SELDOM == 0) {
        progress.at((double) i / vectors.size(), "Building vectors anew ...");
      }
      for (int k = 0; k < count; k++) {
        strengths[i * count + k] = (float) Math.max(0, product(vectors, i, encoder, k));
      }
      for (int c = 0; c < channels; c++) {
        rest[c] = vectors.values()[i * channels + c];
      }
      left[0] += squares(rest);
      for (int k = 0; k < count; k++) {
        for (int c = 0; c < channels; c++) {
          rest[c] -= (double) strengths[i * count + k] * decoder[k * channels + c];
        }
        left[k + 1] += squares(rest);
      }
    }
    final double all = vectors.spread();
    for (int k = 0; k <= count; k++) {
      left[k] = 1 - left[k] / all;
    }
    return new Rebuilt(strengths, left);
  }

  private static double product(
      final Vectors vectors, final int row, final float[] encoder, final int entry) {
    final int channels = vectors.channels();
    double sum = 0;
    for (int c = 0; c < channels; c++) {
      sum += (double) vectors.values()[row * channels + c] * encoder[entry * channels + c];
    }
    return sum;
  }

  private static double squares(final double[] values) {
    double sum = 0;
    for (final double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
