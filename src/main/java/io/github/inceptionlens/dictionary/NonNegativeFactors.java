package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A matrix of values of 0 and above as a product of two such matrices: what a few groups of
 * channels are, and how strongly each is there at every place.
 *
 * <p>By hierarchical alternating least squares (Cichocki and Phan 2009; several rounds for each
 * product, Gillis and Glineur 2012), from rows of the data that lie far apart (as the first centers
 * of k-means++, Arthur and Vassilvitskii 2007). Factors have unit length, the one that makes up
 * most of the data is the first; those that the data do not need are 0.
 *
 * @param channels the number of columns
 * @param strengths [row, factor], row-major, 0 and above, in units of the data
 * @param factors [factor, channel], row-major, 0 and above, of length 1 or 0
 * @param errors the length of what is left unexplained after each iteration, as a part of the
 *     data's, from 0 to 1; never rises
 */
public record NonNegativeFactors(
    int channels, float[] strengths, float[] factors, double[] errors) {

  /**
   * Factors a matrix.
   *
   * @param data [row, channel], row-major, at least one row, values of 0 and above
   * @param channels the number of columns
   * @param count how many factors, at least 1
   * @param seed what the start is drawn from; the same seed gives the same factors
   * @throws UserError when a value is below 0, infinite or no number
   */
  public static NonNegativeFactors of(
      final float[] data,
      final int channels,
      final int count,
      final long seed,
      final Progress progress) {
    if (data.length == 0 || channels < 1 || data.length % channels != 0 || count < 1) {
      throw new IllegalArgumentException(
          data.length + " values of " + channels + " channels, " + count + " factors");
    }
    requireNonNegative(data);
    final AlternatingSquares squares =
        new AlternatingSquares(data, channels, SpreadRows.of(data, channels, count, seed));
    final double[] errors = squares.run(progress);
    return ordered(channels, squares.strengths(), squares.factors(), errors);
  }

  private static void requireNonNegative(final float[] data) {
    for (final float value : data) {
      if (!(value >= 0 && value < Float.POSITIVE_INFINITY)) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "non-negative factors need activations of 0 and above, but one is %s: choose a"
                    + " layer after its rectifier, such as mixed4c",
                value));
      }
    }
  }

  /** Factors of length 1, the one with the largest strengths first. */
  private static NonNegativeFactors ordered(
      final int channels,
      final double[][] strengths,
      final double[][] factors,
      final double[] errors) {
    final int count = factors.length;
    final double[] lengths =
        Arrays.stream(factors).mapToDouble(NonNegativeFactors::length).toArray();
    final double[] shares = new double[count];
    for (final double[] row : strengths) {
      for (int j = 0; j < count; j++) {
        shares[j] += Math.pow(row[j] * lengths[j], 2);
      }
    }
    final int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer j) -> shares[j]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    final float[] rows = new float[strengths.length * count];
    final float[] units = new float[count * channels];
    for (int rank = 0; rank < count; rank++) {
      final int from = order[rank];
      for (int i = 0; i < strengths.length; i++) {
        rows[i * count + rank] = (float) (strengths[i][from] * lengths[from]);
      }
      for (int c = 0; c < channels && lengths[from] > 0; c++) {
        units[rank * channels + c] = (float) (factors[from][c] / lengths[from]);
      }
    }
    return new NonNegativeFactors(channels, rows, units, errors);
  }

  private static double length(final double[] values) {
    double squares = 0;
    for (final double value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  /** The number of factors. */
  public int count() {
    return factors.length / channels;
  }

  /** The number of the data's rows. */
  public int rows() {
    return strengths.length / count();
  }
}
