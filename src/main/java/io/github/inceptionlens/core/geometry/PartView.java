package io.github.inceptionlens.core.geometry;

import io.github.inceptionlens.core.Picture;

/**
 * A part of a view: another region on the same picture.
 *
 * @param whole the view
 * @param left the first column of the part, in the whole's region
 * @param top the first row of the part, in the whole's region
 * @param columns the width of the part in pixels of the region
 * @param rows the height of the part in pixels of the region
 * @param shape which of the part's pixels belong to it, counted from its own corner
 */
public record PartView(View whole, int left, int top, int columns, int rows, Shape shape)
    implements View {

  /** Which pixels of a rectangle belong to something. */
  @FunctionalInterface
  public interface Shape {

    /**
     * Whether a pixel does.
     *
     * @param x column, from the rectangle's left border
     * @param y row, from the rectangle's upper border
     */
    boolean contains(int x, int y);
  }

  @Override
  public Picture picture() {
    return whole.picture();
  }

  @Override
  public Picture rows(final int first, final int count) {
    return whole.rows(first, count);
  }

  @Override
  public int width() {
    return whole.width();
  }

  @Override
  public int height() {
    return whole.height();
  }

  @Override
  public Placement placement() {
    final Placement all = whole.placement();
    return new Placement(
        columns,
        rows,
        all.scaleX(),
        all.scaleY(),
        all.offsetX() - left * all.scaleX(),
        all.offsetY() - top * all.scaleY());
  }

  @Override
  public boolean contains(final int x, final int y) {
    return x >= 0 && y >= 0 && x < columns && y < rows && shape.contains(x, y);
  }
}
