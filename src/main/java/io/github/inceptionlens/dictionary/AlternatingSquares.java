package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Hierarchical alternating least squares: for fixed factors each row's strengths are improved one
 * after the other, each to its best value of 0 and above, then the factors for fixed strengths. The
 * error never rises.
 *
 * <p>Rows are worked on in blocks whose sums are added in their order, so that the result does not
 * depend on the number of processors.
 */
final class AlternatingSquares {

  static final int MOST_ITERATIONS = 200;
  private static final double TOLERANCE = 1e-4;
  private static final int ROUNDS = 4;
  private static final int SMALLEST_BLOCK = 512;
  private static final int MOST_BLOCKS = 64;

  private final float[] data;
  private final int channels;
  private final int count;
  private final int block;
  private final double squares;
  private final double[][] strengths;

  /** [channel, factor]: what is read together lies together. */
  private final double[][] columns;

  /** What a block of rows gives to the factors' step: SᵀX by channel, and SᵀS. */
  private record Sums(double[][] products, double[][] gram) {

    Sums add(final Sums other) {
      addTo(products, other.products);
      addTo(gram, other.gram);
      return this;
    }

    private static void addTo(final double[][] sums, final double[][] other) {
      for (int i = 0; i < sums.length; i++) {
        for (int j = 0; j < sums[i].length; j++) {
          sums[i][j] += other[i][j];
        }
      }
    }
  }

  /**
   * @param data [row, channel], 0 and above
   * @param start [factor, channel], 0 and above
   */
  AlternatingSquares(final float[] data, final int channels, final double[][] start) {
    this.data = data;
    this.channels = channels;
    this.count = start.length;
    final int rows = data.length / channels;
    this.block = Math.max(SMALLEST_BLOCK, (rows + MOST_BLOCKS - 1) / MOST_BLOCKS);
    this.strengths = new double[rows][count];
    this.columns = transposed(start);
    double sum = 0;
    for (final float value : data) {
      sum += (double) value * value;
    }
    this.squares = sum;
  }

  /** Iterates until little changes; the part of the data's length that is left, each time. */
  double[] run(final Progress progress) {
    final double[] errors = new double[MOST_ITERATIONS];
    int done = 0;
    boolean goesOn = squares > 0;
    while (goesOn && done < MOST_ITERATIONS) {
      progress.at((double) done / MOST_ITERATIONS, text(done, errors));
      errors[done] = step();
      goesOn = done == 0 || errors[done - 1] - errors[done] > TOLERANCE * errors[0];
      done++;
    }
    return Arrays.copyOf(errors, done);
  }

  private static String text(final int done, final double[] errors) {
    return done == 0
        ? "Looking for factors ..."
        : String.format(
            Locale.ROOT, "Looking for factors, %.1f%% left ...", 100 * errors[done - 1]);
  }

  private double step() {
    final double[][] gram = gram();
    final int blocks = (strengths.length + block - 1) / block;
    final List<Sums> parts =
        IntStream.range(0, blocks).parallel().mapToObj(i -> strengthen(i, gram)).toList();
    final Sums sums = parts.stream().skip(1).reduce(parts.get(0), Sums::add);
    Arrays.setAll(columns, c -> improved(columns[c], sums.products[c], sums.gram));
    return error(sums);
  }

  /** FFᵀ. */
  private double[][] gram() {
    final double[][] gram = new double[count][count];
    for (final double[] column : columns) {
      addSquare(gram, column);
    }
    return gram;
  }

  private static void addSquare(final double[][] gram, final double[] row) {
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) {
        gram[i][j] += row[i] * row[j];
      }
    }
  }

  private Sums strengthen(final int index, final double[][] gram) {
    final Sums sums = new Sums(new double[channels][count], new double[count][count]);
    final int end = Math.min(strengths.length, (index + 1) * block);
    for (int row = index * block; row < end; row++) {
      improved(strengths[row], onFactors(row), gram);
      addRow(row, sums.products);
      addSquare(sums.gram, strengths[row]);
    }
    return sums;
  }

  /** A row of XFᵀ. */
  private double[] onFactors(final int row) {
    final double[] sums = new double[count];
    for (int c = 0; c < channels; c++) {
      final float value = data[row * channels + c];
      if (value != 0) {
        addScaled(sums, columns[c], value);
      }
    }
    return sums;
  }

  private void addRow(final int row, final double[][] products) {
    for (int c = 0; c < channels; c++) {
      final float value = data[row * channels + c];
      if (value != 0) {
        addScaled(products[c], strengths[row], value);
      }
    }
  }

  private static void addScaled(final double[] sums, final double[] values, final double factor) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * values[i];
    }
  }

  /** Coordinate descent of one row, in place. */
  private static double[] improved(
      final double[] row, final double[] products, final double[][] gram) {
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < row.length; i++) {
        if (gram[i][i] > 0) {
          double slope = products[i];
          for (int j = 0; j < row.length; j++) {
            slope -= gram[i][j] * row[j];
          }
          row[i] = Math.max(0, row[i] + slope / gram[i][i]);
        }
      }
    }
    return row;
  }

  /** ‖X − SF‖ / ‖X‖ from the products: ‖X‖² − 2 tr(SᵀX Fᵀ) + tr(SᵀS FFᵀ). */
  private double error(final Sums sums) {
    final double[][] gram = gram();
    double left = squares;
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < count; i++) {
        left -= 2 * sums.products[c][i] * columns[c][i];
      }
    }
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        left += sums.gram[i][j] * gram[i][j];
      }
    }
    return Math.sqrt(Math.max(0, left) / squares);
  }

  private static double[][] transposed(final double[][] matrix) {
    final double[][] turned = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < turned.length; j++) {
        turned[j][i] = matrix[i][j];
      }
    }
    return turned;
  }

  /** [row, factor]. */
  double[][] strengths() {
    return strengths;
  }

  /** [factor, channel]. */
  double[][] factors() {
    return transposed(columns);
  }
}
