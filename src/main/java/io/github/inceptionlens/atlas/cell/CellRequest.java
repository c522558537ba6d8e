package io.github.inceptionlens.atlas.cell;

import io.github.inceptionlens.core.UserError;
import java.util.Locale;

/**
 * Which cells an atlas is to have.
 *
 * @param grid columns of the map, and as many rows, 1 to 160; with k-means there are at most as
 *     many centers as it has squares
 * @param least a cell of fewer vectors is none, at least 1
 * @param seed what k-means draws its first centers by
 */
public record CellRequest(CellKind kind, int grid, int least, long seed) {

  /** The finest grid. */
  public static final int FINEST = 160;

  /**
   * Refuses numbers that are none.
   *
   * @throws UserError with the key's name
   */
  public CellRequest {
    if (grid < 1 || grid > FINEST) {
      throw new UserError("grid is " + grid + ", expected a number from 1 to " + FINEST);
    }
    if (least < 1) {
      throw new UserError("least is " + least + ", expected a number of at least 1");
    }
  }

  /** How many squares the map has. */
  public int squares() {
    return grid * grid;
  }

  /** What it says, in a few words. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "%s, grid %d, least %d%s",
        kind.label(),
        grid,
        least,
        kind == CellKind.KMEANS ? ", seed " + seed : "");
  }
}
