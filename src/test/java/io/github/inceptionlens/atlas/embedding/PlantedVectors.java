package io.github.inceptionlens.atlas.embedding;

import java.util.Random;

/** Vectors of which it is known how they lie. */
final class PlantedVectors {

  private PlantedVectors() {}

  /**
   * Groups about centers far from each other, one vector of each in turn.
   *
   * @return [count, channels]
   */
  static float[] clusters(final int groups, final int count, final int channels, final long seed) {
    final Random dice = new Random(seed);
    final double[][] centers = new double[groups][channels];
    for (final double[] center : centers) {
      for (int c = 0; c < channels; c++) {
        center[c] = dice.nextGaussian();
      }
    }
    final float[] vectors = new float[count * channels];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] =
          (float) (centers[i / channels % groups][i % channels] + 0.2 * dice.nextGaussian());
    }
    return vectors;
  }

  /** A band rolled up to a spiral, turned into many channels. */
  static float[] roll(final int count, final int channels, final long seed) {
    final Random dice = new Random(seed);
    final double[][] axes = new double[3][channels];
    for (final double[] axis : axes) {
      for (int c = 0; c < channels; c++) {
        axis[c] = dice.nextGaussian() / Math.sqrt(channels);
      }
    }
    final float[] vectors = new float[count * channels];
    for (int i = 0; i < count; i++) {
      final double angle = 1.5 * Math.PI * (1 + 2 * dice.nextDouble());
      final double[] at = {
        angle * Math.cos(angle), 20 * dice.nextDouble(), angle * Math.sin(angle)
      };
      for (int c = 0; c < channels; c++) {
        vectors[i * channels + c] =
            (float) (at[0] * axes[0][c] + at[1] * axes[1][c] + at[2] * axes[2][c]);
      }
    }
    return vectors;
  }

  /** A closed curve: waves of one to half as many as channels periods, all equally high. */
  static float[] closedCurve(final int count, final int channels, final long seed) {
    final Random dice = new Random(seed);
    final float[] vectors = new float[count * channels];
    for (int i = 0; i < count; i++) {
      final double angle = 2 * Math.PI * dice.nextDouble();
      for (int c = 0; c < channels; c++) {
        final double turned = (c / 2 + 1) * angle;
        vectors[i * channels + c] = (float) (c % 2 == 0 ? Math.cos(turned) : Math.sin(turned));
      }
    }
    return vectors;
  }
}
