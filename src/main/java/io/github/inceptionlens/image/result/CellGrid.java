package io.github.inceptionlens.image.result;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.image.input.Calibrations;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Rectangle;
import java.util.List;

/**
 * Square cells side by side, one per unit of a layer, and the part of the analyzed image over which
 * each lies: centered on what its unit sees, as wide as the units lie apart.
 */
public final class CellGrid {

  private final ImageInput input;
  private final Geometry units;
  private final int cell;
  private final MapGrid grid;

  /**
   * @param units those of the layer that have a cell
   * @param cell width and height of a cell in pixels
   */
  public CellGrid(final ImageInput input, final Geometry units, final int cell) {
    this.input = input;
    this.units = units;
    this.cell = cell;
    this.grid = MapGrid.layer(input.region(), input.placement(), units);
  }

  /** All cells as one picture, which lies on the image. */
  public PictureStack picture(final Picture mosaic, final String label) {
    return PictureStack.at(
        Calibrations.cells(input.calibration(), units, input.placement(), cell),
        input,
        List.of(mosaic),
        List.of(label));
  }

  /** What such a picture carries of where it lies. */
  public Provenance provenance() {
    return grid.divided(cell)
        .provenance(
            units.x().size() * cell, units.y().size() * cell, input.frames(), input.isHyperstack());
  }

  /**
   * The pixels of a cell.
   *
   * @param unit row-major
   */
  public Rectangle at(final int unit) {
    return new Rectangle(column(unit) * cell, row(unit) * cell, cell, cell);
  }

  /**
   * The pixels of the image over which a cell lies.
   *
   * @param unit row-major
   * @return empty where that is outside the image
   */
  public Rectangle on(final int unit) {
    final int left = border(grid.left(), grid.stepX(), column(unit));
    final int top = border(grid.top(), grid.stepY(), row(unit));
    final int right = border(grid.left(), grid.stepX(), column(unit) + 1);
    final int bottom = border(grid.top(), grid.stepY(), row(unit) + 1);
    return new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top))
        .intersection(input.image());
  }

  private static int border(final double first, final double step, final int index) {
    return (int) Math.round(first + step * index);
  }

  private int column(final int unit) {
    return unit % units.x().size();
  }

  private int row(final int unit) {
    return unit / units.x().size();
  }
}
