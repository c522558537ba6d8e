package io.github.inceptionlens.atlas.embedding;

import io.github.inceptionlens.core.Choices;
import java.util.Locale;

/** How far two vectors lie from each other. */
public enum VectorMetric {
  /** 1 − cos, 0 to 2: directions alone count. */
  COSINE,
  /** The length of the difference, in units of the activation. */
  EUCLIDEAN;

  private static final double HALF = 0.5;

  /** As users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a text names.
   *
   * @throws io.github.inceptionlens.core.UserError when it names none
   */
  public static VectorMetric of(final String text) {
    return Choices.named("metric", text, values(), VectorMetric::label);
  }

  /**
   * The distance of two rows of {@link #rows}.
   *
   * @param squares the sum of the squared differences
   */
  double distance(final double squares) {
    return this == COSINE ? HALF * squares : Math.sqrt(squares);
  }

  /**
   * Vectors whose differences in length are the distances, or grow with them: for cosine those of
   * length 1, for euclidean the vectors less a common center, which keeps products small. No zero
   * is negative.
   *
   * @param vectors [n, channel]
   * @param center what is taken off for euclidean, [channel]
   * @return a copy
   */
  float[] rows(final float[] vectors, final double[] center) {
    final int channels = center.length;
    final float[] rows = new float[vectors.length];
    for (int from = 0; from < rows.length; from += channels) {
      final double length = this == COSINE ? length(vectors, from, channels) : 1;
      for (int c = 0; c < channels; c++) {
        final double value = vectors[from + c];
        rows[from + c] = (float) (this == COSINE ? value / length : value - center[c]) + 0f;
      }
    }
    return rows;
  }

  /** The length of a vector (L2). */
  static double length(final float[] vectors, final int from, final int channels) {
    double squares = 0;
    for (int c = 0; c < channels; c++) {
      squares += (double) vectors[from + c] * vectors[from + c];
    }
    return Math.sqrt(squares);
  }

  /**
   * Whether a vector can be compared: for cosine it must have a direction.
   *
   * @param vectors [n, channel]
   * @param from index of its first value
   */
  public boolean compares(final float[] vectors, final int from, final int channels) {
    return this == EUCLIDEAN || length(vectors, from, channels) > 0;
  }
}
