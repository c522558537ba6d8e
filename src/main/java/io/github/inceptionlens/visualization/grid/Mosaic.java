package io.github.inceptionlens.visualization.grid;

import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Lays the pictures of cells side by side, each at its position; the rest is white. */
final class Mosaic {

  private static final int COLORS = 3;
  private static final float GRAY = Picture.WHITE / 2f;

  /** Planes, and the pictures that they are made of. */
  private static final int HELD = 3;

  private final GridCells cells;
  private final int cell;
  private final int margin;
  private final double[] strengths;

  /**
   * @param cell width and height of a cell in pixels
   * @param margin how many pixels of each picture are cut off on each side
   * @param scaled whether cells fade to gray as their vectors get shorter than the longest
   * @throws io.github.inceptionlens.core.UserError when Java's memory cannot hold it
   */
  Mosaic(final GridCells cells, final int cell, final int margin, final boolean scaled) {
    this.cells = cells;
    this.cell = cell;
    this.margin = margin;
    this.strengths = cells.lengths();
    final double longest = DoubleStream.of(strengths).max().orElse(0);
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = scaled && longest > 0 ? strengths[i] / longest : 1;
    }
    HeapCheck.require(
        (long) HELD * COLORS * Float.BYTES * width() * height(),
        String.format(Locale.ROOT, "a mosaic of %d x %d pixels", width(), height()),
        "choose a smaller cell, a smaller scale, or select a part of the image");
  }

  private int width() {
    return cells.columns() * cell;
  }

  private int height() {
    return cells.rows() * cell;
  }

  /**
   * The mosaic.
   *
   * @param pictures one per cell, with margins
   * @return values 0 to 255
   */
  Picture of(final List<Picture> pictures) {
    final List<float[]> planes =
        Stream.generate(() -> new float[width() * height()]).limit(COLORS).toList();
    planes.forEach(plane -> Arrays.fill(plane, Picture.WHITE));
    for (int i = 0; i < pictures.size(); i++) {
      for (int color = 0; color < COLORS; color++) {
        put(pictures.get(i).plane(color), i, planes.get(color));
      }
    }
    return new Picture(width(), height(), planes);
  }

  private void put(final float[] from, final int index, final float[] plane) {
    final int left = cells.places()[index] % cells.columns() * cell;
    final int top = cells.places()[index] / cells.columns() * cell;
    final int side = cell + 2 * margin;
    for (int row = 0; row < cell; row++) {
      for (int column = 0; column < cell; column++) {
        final float value = from[(row + margin) * side + column + margin];
        plane[(top + row) * width() + left + column] =
            (float) (GRAY + strengths[index] * (value - GRAY));
      }
    }
  }
}
