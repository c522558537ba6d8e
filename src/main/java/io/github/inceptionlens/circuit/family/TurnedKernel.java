package io.github.inceptionlens.circuit.family;

import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import io.github.inceptionlens.core.geometry.Turn;

/**
 * The kernels of a unit for several lower units as one vector, mirrored and turned about their
 * middle.
 *
 * @param values [lower unit, row, column]
 * @param size rows and columns
 */
public record TurnedKernel(float[] values, int size) {

  private static final int MOST = 128;

  /**
   * The kernels of a unit; where they have more places than 128 x 128, shrunk to that.
   *
   * @param kernels of one unit
   */
  static TurnedKernel of(final UnitKernels kernels) {
    final int size = kernels.span().size();
    if (size <= MOST) {
      return new TurnedKernel(kernels.values(), size);
    }
    final FilterWeights axis = FilterWeights.triangle(size, MOST, 0, MOST);
    final Resampling shrinking = new Resampling(axis, axis);
    final float[] values = new float[kernels.from().size() * MOST * MOST];
    for (int i = 0; i < kernels.from().size(); i++) {
      System.arraycopy(
          shrinking.apply(kernels.kernel(i).values()), 0, values, i * MOST * MOST, MOST * MOST);
    }
    return new TurnedKernel(values, MOST);
  }

  /**
   * The kernels as those of a unit that lies so to this one; between places by cubic convolution,
   * and 0 beyond them.
   *
   * @see <a href="https://doi.org/10.1109/TASSP.1981.1163711">Keys 1981</a>
   */
  public TurnedKernel lying(final Congruence way) {
    final Turn turn = Turn.by(way.angle());
    final double middle = (size - 1) / 2.0;
    final int area = size * size;
    final float[] lying = new float[values.length];
    for (int i = 0; i < area; i++) {
      final double right = i % size - middle;
      final double up = middle - i / size;
      final double x = turn.backX(right, up);
      final double column = middle + (way.mirrored() ? -x : x);
      final double row = middle - turn.backY(right, up);
      for (int plane = 0; plane < values.length; plane += area) {
        lying[plane + i] = (float) at(plane, column, row);
      }
    }
    return new TurnedKernel(lying, size);
  }

  private double at(final int plane, final double column, final double row) {
    final int left = (int) Math.floor(column);
    final int top = (int) Math.floor(row);
    double sum = 0;
    for (int y = top - 1; y <= top + 2; y++) {
      for (int x = left - 1; x <= left + 2; x++) {
        if (x >= 0 && y >= 0 && x < size && y < size) {
          sum += weight(column - x) * weight(row - y) * values[plane + y * size + x];
        }
      }
    }
    return sum;
  }

  private static double weight(final double distance) {
    final double d = Math.abs(distance);
    if (d >= 2) {
      return 0;
    }
    return d <= 1 ? (1.5 * d - 2.5) * d * d + 1 : ((2.5 - 0.5 * d) * d - 4) * d + 2;
  }

  /** The cosine of the angle between this and another one; 0 where one is 0. */
  double cosine(final TurnedKernel other) {
    double product = 0;
    double own = 0;
    double others = 0;
    for (int i = 0; i < values.length; i++) {
      product += (double) values[i] * other.values[i];
      own += (double) values[i] * values[i];
      others += (double) other.values[i] * other.values[i];
    }
    return own > 0 && others > 0 ? product / Math.sqrt(own * others) : 0;
  }
}
