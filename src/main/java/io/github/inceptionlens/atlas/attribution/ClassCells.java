package io.github.inceptionlens.atlas.attribution;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.cell.UnitSquare;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cells of the atlas of a class, or of two: squares of a map of its rows alone.
 *
 * @param embedded the embedding that the rows are of
 * @param grid how many squares on a side
 * @param least a square of fewer rows is no cell
 * @see <a href="https://distill.pub/2019/activation-atlas">Carter et al. 2019</a>
 */
public record ClassCells(SampleEmbedding embedded, int grid, int least) {

  /** The usual squares of a class's atlas. */
  public static final int GRID = 8;

  /** The usual least number of rows. */
  public static final int LEAST = 4;

  /**
   * The map of a class: the rows' places in the embedding, drawn out over the whole square.
   *
   * @param rows of the embedding
   * @return [row, 2], from 0 to 1, y downward
   */
  public float[] map(final int[] rows) {
    final float[] all = embedded.made().embedding().places();
    final float[] points = new float[2 * rows.length];
    for (int i = 0; i < rows.length; i++) {
      points[2 * i] = all[2 * rows[i]];
      points[2 * i + 1] = all[2 * rows[i] + 1];
    }
    return UnitSquare.of(points).map(points);
  }

  /**
   * The map of two classes: from the second at the left to the first at the right, and downward in
   * the order of the embedding's axis along which the rows spread more on their map.
   *
   * @param rows of the embedding
   * @param difference [row], from -1 to 1, see {@link ClassRows#difference}
   * @return [row, 2], from 0 to 1, y downward
   */
  public float[] map(final int[] rows, final float[] difference) {
    final float[] map = map(rows);
    final int axis = spread(map, 0) > spread(map, 1) ? 0 : 1;
    for (int i = 0; i < rows.length; i++) {
      final float down = map[2 * i + axis];
      map[2 * i] = (difference[i] + 1) / 2;
      map[2 * i + 1] = down;
    }
    return map;
  }

  private static double spread(final float[] map, final int axis) {
    double sum = 0;
    double squares = 0;
    for (int i = axis; i < map.length; i += 2) {
      sum += map[i];
      squares += (double) map[i] * map[i];
    }
    return squares - sum * sum / (map.length / 2.0);
  }

  /**
   * The cells.
   *
   * @param rows of the embedding, ascending
   * @param map [row, 2], from 0 to 1
   * @return by rows of the map; their members are rows of the embedding
   * @throws UserError when every square has too few, with the counts
   */
  public List<AtlasCell> of(final int[] rows, final float[] map) {
    final Map<Integer, List<Integer>> squares = new TreeMap<>();
    for (int i = 0; i < rows.length; i++) {
      final int square = index(map[2 * i + 1]) * grid + index(map[2 * i]);
      squares.computeIfAbsent(square, any -> new ArrayList<>()).add(i);
    }
    final List<AtlasCell> cells = new ArrayList<>();
    squares.forEach(
        (square, members) -> {
          if (members.size() >= least) {
            cells.add(cell(cells.size() + 1, square, members, rows, map));
          }
        });
    if (cells.isEmpty()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "every cell of the class's atlas has fewer than %d of its %d places: take more images,"
                  + " or a larger per_picture",
              least,
              rows.length));
    }
    return cells;
  }

  /** The same, with where the rows lie. */
  public CellLayout layout(final int[] rows, final float[] map) {
    return new CellLayout(new CellRequest(CellKind.GRID, grid, least, 0), of(rows, map), map);
  }

  private int index(final float place) {
    return Math.min(grid - 1, (int) (place * grid));
  }

  private AtlasCell cell(
      final int number,
      final int square,
      final List<Integer> members,
      final int[] rows,
      final float[] map) {
    final int[] own = members.stream().mapToInt(member -> rows[member]).toArray();
    final double x = members.stream().mapToDouble(member -> map[2 * member]).sum();
    final double y = members.stream().mapToDouble(member -> map[2 * member + 1]).sum();
    return new AtlasCell(
        number, square % grid, square / grid, x / own.length, y / own.length, own, mean(own));
  }

  private float[] mean(final int[] rows) {
    final float[] mean = new float[embedded.sample().channels()];
    for (final int row : rows) {
      final float[] vector = embedded.sample().row(embedded.rows()[row]);
      for (int channel = 0; channel < mean.length; channel++) {
        mean[channel] += vector[channel] / rows.length;
      }
    }
    return mean;
  }
}
