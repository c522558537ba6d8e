package io.github.inceptionlens.command.atlas;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import ij.ImagePlus;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.image.result.ResultImages;
import java.util.List;
import java.util.Optional;

/**
 * Which atlas a picture shows, kept among the picture's properties, which are saved with TIFF
 * files. The cells follow from it alone: the cell at a column and a row fills a square of the
 * picture.
 *
 * @param embedding the name under which the embedding is kept
 * @param cells how it is divided, such as {@code grid}
 * @param grids columns, and rows, of each slice
 * @param least a cell of fewer vectors is none
 * @param seed what k-means draws its first centers by
 * @param size width and height of the picture in pixels, which no longer fits once it was cropped
 */
public record AtlasProperties(
    String embedding, String cells, List<Integer> grids, int least, long seed, int size) {

  private static final String PROPERTY = ResultImages.PROPERTY_PREFIX + "atlas";

  public AtlasProperties {
    grids = List.copyOf(grids);
  }

  /**
   * A square of an atlas's map.
   *
   * @param column from 0
   * @param row from 0, downward
   */
  public record Square(int column, int row) {}

  /**
   * Writes which atlas a picture shows among its properties.
   *
   * @param requests how each slice's atlas is divided, at least one
   */
  public static void write(
      final ImagePlus picture, final String embedding, final List<CellRequest> requests) {
    final CellRequest first = requests.get(0);
    final AtlasProperties all =
        new AtlasProperties(
            embedding,
            first.kind().label(),
            requests.stream().map(CellRequest::grid).toList(),
            first.least(),
            first.seed(),
            picture.getWidth());
    picture.setProp(PROPERTY, new Gson().toJson(all));
  }

  /** What stands among a picture's properties; nothing where it shows no kept atlas. */
  public static Optional<AtlasProperties> of(final ImagePlus picture) {
    try {
      return Optional.ofNullable(picture.getProp(PROPERTY))
          .map(text -> new Gson().fromJson(text, AtlasProperties.class))
          .filter(atlas -> atlas.fits(picture));
    } catch (final JsonSyntaxException e) {
      return Optional.empty();
    }
  }

  private boolean fits(final ImagePlus picture) {
    return picture.getWidth() == size
        && picture.getHeight() == size
        && picture.getStackSize() == grids.size();
  }

  /**
   * How the atlas of a slice is divided.
   *
   * @param slice from 1
   */
  public CellRequest request(final int slice) {
    return new CellRequest(CellKind.of(cells), grids.get(slice - 1), least, seed);
  }

  /**
   * How many pixels wide and high the squares of a slice are.
   *
   * @param slice from 1
   */
  public int side(final int slice) {
    return size / grids.get(slice - 1);
  }

  /**
   * The square that holds a pixel.
   *
   * @param slice from 1
   * @return nothing beside the map
   */
  public Optional<Square> at(final int slice, final int x, final int y) {
    final int grid = grids.get(slice - 1);
    final Square found = new Square(Math.floorDiv(x, side(slice)), Math.floorDiv(y, side(slice)));
    return inside(found.column(), grid) && inside(found.row(), grid)
        ? Optional.of(found)
        : Optional.empty();
  }

  private static boolean inside(final int at, final int grid) {
    return at >= 0 && at < grid;
  }
}
