package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.View;

/**
 * Where the positions of a layer lie on the region of an image.
 *
 * @param columns positions per row
 * @param left the region's column of the center of what the first position sees
 * @param top the row of the same
 * @param stepX pixels of the region from one position to the next
 * @param stepY the same along a column
 */
public record PlaceGrid(int columns, double left, double top, double stepX, double stepY) {

  /** Where the positions of a layer lie on the region of a view. */
  public static PlaceGrid of(final Geometry geometry, final View view) {
    final double left = view.placement().regionX(geometry.x().center(0));
    final double top = view.placement().regionY(geometry.y().center(0));
    return new PlaceGrid(
        geometry.x().size(),
        left,
        top,
        view.placement().regionX(geometry.x().center(1)) - left,
        view.placement().regionY(geometry.y().center(1)) - top);
  }

  /** The column of a position, by its index, row-major. */
  public double x(final int place) {
    return left + stepX * (place % columns);
  }

  /** The row of the same. */
  public double y(final int place) {
    return top + stepY * (place / columns);
  }

  /** How many positions lie between two along the axis on which they are farther apart. */
  public int distance(final int one, final int other) {
    return Math.max(
        Math.abs(one % columns - other % columns), Math.abs(one / columns - other / columns));
  }
}
