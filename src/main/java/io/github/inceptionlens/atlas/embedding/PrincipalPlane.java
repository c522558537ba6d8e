package io.github.inceptionlens.atlas.embedding;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.Directions;
import io.github.inceptionlens.dictionary.PrincipalComponentsTrainer;
import io.github.inceptionlens.dictionary.Vectors;

/**
 * The plane of largest variance of vectors. Where they have more than 1,024 channels it is found
 * from 1,024 of them, evenly over all.
 */
final class PrincipalPlane {

  private static final int MOST_CHANNELS = 1024;
  private static final int AXES = 2;

  private PrincipalPlane() {}

  /**
   * Where vectors lie in it.
   *
   * @param rows [n, channel], of which not all are the same
   * @return [n, 2]; the second column is 0 where they lie on a line
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  static float[] of(final float[] rows, final int channels, final Progress progress) {
    final float[] from = channels > MOST_CHANNELS ? some(rows, channels) : rows;
    final Directions found =
        new PrincipalComponentsTrainer().all(new Vectors("", channels, from), progress);
    final float[] points = new float[AXES * (rows.length / channels)];
    final int axes = Math.min(AXES, found.encoder().length / channels);
    for (int i = 0; i < points.length / AXES; i++) {
      for (int axis = 0; axis < axes; axis++) {
        points[AXES * i + axis] = (float) along(rows, i * channels, found, axis, channels);
      }
    }
    return points;
  }

  private static double along(
      final float[] rows,
      final int from,
      final Directions found,
      final int axis,
      final int channels) {
    double sum = 0;
    for (int c = 0; c < channels; c++) {
      sum += ((double) rows[from + c] - found.center()[c]) * found.encoder()[axis * channels + c];
    }
    return sum;
  }

  private static float[] some(final float[] rows, final int channels) {
    final int size = rows.length / channels;
    final int count = Math.min(size, MOST_CHANNELS);
    final float[] some = new float[count * channels];
    for (int i = 0; i < count; i++) {
      final int row = (int) ((long) i * size / count);
      System.arraycopy(rows, row * channels, some, i * channels, channels);
    }
    return some;
  }
}
