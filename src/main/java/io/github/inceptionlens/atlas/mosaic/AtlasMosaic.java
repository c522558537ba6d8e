package io.github.inceptionlens.atlas.mosaic;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The icons of cells on the map, each on its cell's square; the rest is white. */
public final class AtlasMosaic {

  /** Of an icon sized by density, so that the sparsest is still seen. */
  private static final double SMALLEST = 0.25;

  private static final int COLORS = 3;

  /** Planes, and what they are shown as. */
  private static final int HELD = 3;

  private final CellLayout cells;
  private final int side;
  private final boolean sized;
  private final int most;

  private AtlasMosaic(final CellLayout cells, final int side, final boolean sized) {
    this.cells = cells;
    this.side = side;
    this.sized = sized;
    this.most = cells.cells().stream().mapToInt(AtlasCell::count).max().orElse(1);
  }

  /**
   * A mosaic.
   *
   * @param side width and height in pixels of a square of the map
   * @param sized whether an icon's area is its cell's part of the fullest cell's vectors
   * @throws io.github.inceptionlens.core.UserError when Java's memory cannot hold it
   */
  public static AtlasMosaic of(final CellLayout cells, final int side, final boolean sized) {
    final long width = (long) side * cells.request().grid();
    HeapCheck.require(
        HELD * COLORS * Float.BYTES * width * width,
        String.format(Locale.ROOT, "an atlas of %d x %d pixels", width, width),
        "choose a smaller grid, or a smaller size");
    return new AtlasMosaic(cells, side, sized);
  }

  /** Width and height of the whole in pixels. */
  public int width() {
    return side * cells.request().grid();
  }

  /** Where a cell's icon lies. */
  public Box box(final AtlasCell cell) {
    final double part = sized ? Math.sqrt((double) cell.count() / most) : 1;
    final int size = (int) Math.round(side * Math.max(SMALLEST, part));
    final int free = (side - size) / 2;
    return new Box(cell.column() * side + free, cell.row() * side + free, size);
  }

  /**
   * A square of pixels.
   *
   * @param x of the left
   * @param y of the top
   */
  public record Box(int x, int y, int size) {}

  /**
   * The mosaic.
   *
   * @param icons one per cell, of any size; white for those that there are not
   * @return values 0 to 255
   */
  public Picture picture(final List<Optional<Picture>> icons) {
    final int width = width();
    final List<float[]> planes =
        Stream.generate(() -> new float[width * width]).limit(COLORS).toList();
    planes.forEach(plane -> Arrays.fill(plane, Picture.WHITE));
    for (int i = 0; i < icons.size(); i++) {
      if (icons.get(i).isPresent()) {
        put(icons.get(i).get(), box(cells.cells().get(i)), planes);
      }
    }
    return new Picture(width, width, planes);
  }

  private void put(final Picture icon, final Box box, final List<float[]> planes) {
    final FilterWeights axis = FilterWeights.triangle(icon.width(), box.size(), 0, box.size());
    final Resampling resizing = new Resampling(axis, axis);
    for (int color = 0; color < COLORS; color++) {
      final float[] resized = resizing.apply(icon.plane(color));
      for (int row = 0; row < box.size(); row++) {
        System.arraycopy(
            resized,
            row * box.size(),
            planes.get(color),
            (box.y() + row) * width() + box.x(),
            box.size());
      }
    }
  }

  /**
   * How many embedded vectors lie in each square of the map, those of no cell, too.
   *
   * @return [row * grid + column]
   */
  public float[] density() {
    final int grid = cells.request().grid();
    final float[] counts = new float[grid * grid];
    final float[] map = cells.map();
    for (int i = 0; i < map.length; i += 2) {
      counts[square(map[i + 1], grid) * grid + square(map[i], grid)]++;
    }
    return counts;
  }

  private static int square(final float at, final int grid) {
    return Math.max(0, Math.min(grid - 1, (int) (at * grid)));
  }
}
