package io.github.inceptionlens.attribution.perturbation;

import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import java.util.Arrays;
import java.util.Random;

/**
 * Smooth random masks: a coarse grid of zeros and ones, enlarged bilinearly to one cell more than
 * the picture and cut at a random offset within a cell.
 *
 * @see <a href="https://arxiv.org/abs/1806.07421">Petsiuk et al. 2018</a>
 */
final class RandomMasks {

  private final int width;
  private final int height;
  private final int cell;
  private final int columns;
  private final int rows;
  private final float[][] grids;
  private final int[] offsetsX;
  private final int[] offsetsY;

  private RandomMasks(final int count, final int width, final int height, final int cell) {
    this.width = width;
    this.height = height;
    this.cell = Math.min(cell, Math.max(width, height));
    columns = (width + this.cell - 1) / this.cell;
    rows = (height + this.cell - 1) / this.cell;
    grids = new float[count][columns * rows];
    offsetsX = new int[count];
    offsetsY = new int[count];
  }

  /**
   * @param count how many masks
   * @param cell the side of the grid's cells in pixels
   * @param kept the probability of a one
   */
  static RandomMasks of(
      final int count,
      final int width,
      final int height,
      final int cell,
      final double kept,
      final long seed) {
    final RandomMasks masks = new RandomMasks(count, width, height, cell);
    masks.draw(kept, new Random(seed));
    return masks;
  }

  private void draw(final double kept, final Random random) {
    for (int mask = 0; mask < grids.length; mask++) {
      for (int i = 0; i < grids[mask].length; i++) {
        grids[mask][i] = random.nextDouble() < kept ? 1 : 0;
      }
      offsetsX[mask] = random.nextInt(cell);
      offsetsY[mask] = random.nextInt(cell);
    }
  }

  /** The number of the grid's cells, in words. */
  String grid() {
    return columns + " x " + rows;
  }

  /** One value from 0 (hidden) to 1 (seen) per pixel, row-major. */
  float[] mask(final int index) {
    return new Resampling(
            FilterWeights.triangle(columns, (columns + 1) * cell, offsetsX[index], width),
            FilterWeights.triangle(rows, (rows + 1) * cell, offsetsY[index], height))
        .apply(grids[index]);
  }

  /**
   * For each pixel the mean of the values, weighted by how far each mask shows the pixel; the plain
   * mean where none shows it.
   *
   * @param values one per mask
   */
  float[] weightedMean(final double[] values) {
    final double[] sums = new double[width * height];
    final double[] weights = new double[sums.length];
    for (int mask = 0; mask < values.length; mask++) {
      final float[] seen = mask(mask);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += values[mask] * seen[i];
        weights[i] += seen[i];
      }
    }
    final double plain = Arrays.stream(values).average().orElseThrow();
    final float[] means = new float[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) (weights[i] > 0 ? sums[i] / weights[i] : plain);
    }
    return means;
  }
}
