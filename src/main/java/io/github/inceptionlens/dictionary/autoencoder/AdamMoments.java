package io.github.inceptionlens.dictionary.autoencoder;

import java.util.stream.IntStream;

/**
 * The running means of some numbers' derivatives and of their squares.
 *
 * @param means of the derivatives
 * @param squares of their squares
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015</a>
 */
public record AdamMoments(float[] means, float[] squares) {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 6.25e-10f;
  private static final int PIECE = 1 << 13;

  /** Those before the first step. */
  public static AdamMoments of(final int count) {
    return new AdamMoments(new float[count], new float[count]);
  }

  /**
   * Moves numbers downhill.
   *
   * @param slopes their derivatives
   * @param factor of the derivatives
   * @param rate the step width
   * @param step from 1
   */
  public void descend(
      final float[] values,
      final float[] slopes,
      final double factor,
      final double rate,
      final int step) {
    final float bias = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, step)));
    final float width = (float) (rate / (1 - Math.pow(BETA1, step)));
    final int pieces = (values.length + PIECE - 1) / PIECE;
    IntStream.range(0, pieces)
        .parallel()
        .forEach(
            piece -> {
              final int to = Math.min(values.length, (piece + 1) * PIECE);
              descend(values, slopes, piece * PIECE, to, (float) factor, width, bias);
            });
  }

  private void descend(
      final float[] values,
      final float[] slopes,
      final int from,
      final int to,
      final float factor,
      final float width,
      final float bias) {
    for (int i = from; i < to; i++) {
      final float slope = factor * slopes[i];
      means[i] = BETA1 * means[i] + (1 - BETA1) * slope;
      squares[i] = BETA2 * squares[i] + (1 - BETA2) * slope * slope;
      values[i] -= width * means[i] / ((float) Math.sqrt(squares[i]) * bias + EPSILON);
    }
  }
}
