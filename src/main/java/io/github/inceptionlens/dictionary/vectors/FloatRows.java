package io.github.inceptionlens.dictionary.vectors;

/** Inner loops over rows of matrices. */
public final class FloatRows {

  private static final int LANES = 4;

  private FloatRows() {}

  /** The product of two rows. */
  public static float product(
      final float[] one, final int from, final float[] other, final int start, final int count) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      first += one[from + i] * other[start + i];
      second += one[from + i + 1] * other[start + i + 1];
      third += one[from + i + 2] * other[start + i + 2];
      fourth += one[from + i + 3] * other[start + i + 3];
    }
    for (; i < count; i++) {
      first += one[from + i] * other[start + i];
    }
    return first + second + (third + fourth);
  }

  /** Adds a multiple of a row to another. */
  public static void add(
      final float factor,
      final float[] row,
      final int from,
      final float[] to,
      final int start,
      final int count) {
    for (int i = 0; i < count; i++) {
      to[start + i] += factor * row[from + i];
    }
  }

  /** The sum of squares of a part. */
  public static double squares(final float[] values, final int from, final int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += (double) values[i] * values[i];
    }
    return sum;
  }

  /** Brings a row to length 1; one without a direction stays. */
  public static void normalize(final float[] values, final int from, final int count) {
    final double length = Math.sqrt(squares(values, from, count));
    for (int i = from; i < from + count && length > 0; i++) {
      values[i] = (float) (values[i] / length);
    }
  }
}
