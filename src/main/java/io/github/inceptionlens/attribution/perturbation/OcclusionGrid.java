package io.github.inceptionlens.attribution.perturbation;

import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.Picture;
import java.util.stream.IntStream;

/**
 * Squares that cover a picture from its upper left corner on; the last of each row and column are
 * moved back to end at the border.
 */
final class OcclusionGrid {

  private final int width;
  private final int height;
  private final int window;
  private final int[] columns;
  private final int[] rows;

  private OcclusionGrid(final int width, final int height, final int window, final int stride) {
    this.width = width;
    this.height = height;
    this.window = window;
    this.columns = starts(width, window, stride);
    this.rows = starts(height, window, stride);
  }

  static OcclusionGrid of(final AttributionRequest request, final int width, final int height) {
    return new OcclusionGrid(width, height, request.window(), request.stride());
  }

  private static int[] starts(final int length, final int window, final int stride) {
    final int last = Math.max(length - window, 0);
    final int count = (last + stride - 1) / stride + 1;
    return IntStream.range(0, count).map(i -> Math.min(i * stride, last)).toArray();
  }

  int count() {
    return columns.length * rows.length;
  }

  /** The picture with one square taken from another one. */
  Picture covered(final Picture picture, final Picture cover, final int square) {
    final float[][] shown = picture.arrays();
    final float[][] hidden = cover.arrays();
    return PlaneArithmetic.map(
        picture, (channel, i) -> holds(square, i) ? hidden[channel][i] : shown[channel][i]);
  }

  private boolean holds(final int square, final int index) {
    final int column = index % width - columns[square % columns.length];
    final int row = index / width - rows[square / columns.length];
    return column >= 0 && column < window && row >= 0 && row < window;
  }

  /**
   * For each pixel the mean over the squares that hold it.
   *
   * @param values one per square
   */
  float[] mean(final double[] values) {
    final double[] sums = new double[width * height];
    final int[] counts = new int[sums.length];
    for (int square = 0; square < values.length; square++) {
      for (int i = 0; i < sums.length; i++) {
        if (holds(square, i)) {
          sums[i] += values[square];
          counts[i]++;
        }
      }
    }
    final float[] means = new float[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) (sums[i] / counts[i]);
    }
    return means;
  }
}
