package io.github.inceptionlens.atlas.projection;

import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;

/**
 * The cells that a layer's positions on a picture fall in.
 *
 * @param geometry where the layer's units lie on the picture
 * @param numbers of each unit, row-major, the number of its cell, from 1; 0 for no cell
 */
public record ProjectedCells(Geometry geometry, int[] numbers) {

  /**
   * The cell at each pixel of a region: that of the unit whose center is nearest; numbers of cells
   * are never mixed.
   *
   * @param placement where the region lies on the picture
   * @return {@code placement.width() * placement.height()} whole numbers, row-major; 0 for no cell
   */
  public float[] over(final Placement placement) {
    final float[] grid = new float[numbers.length];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = numbers[i];
    }
    return Registration.NONE.over(geometry, placement).apply(grid);
  }

  /**
   * The cell at each pixel of a view's region.
   *
   * @return as {@link #over}; 0 also where the region does not hold the pixel
   */
  public int[] in(final View view) {
    final float[] found = over(view.placement());
    final int width = view.placement().width();
    final int[] in = new int[found.length];
    for (int i = 0; i < found.length; i++) {
      in[i] = view.contains(i % width, i / width) ? (int) found[i] : 0;
    }
    return in;
  }
}
