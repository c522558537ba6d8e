package io.github.inceptionlens.command.report.sheet;

import java.util.List;

/**
 * Pictures in a row.
 *
 * @param title what they are
 * @param note how they were found
 * @param tiles from left to right
 */
public record TileRow(String title, String note, List<Tile> tiles) {

  /** Copies the tiles. */
  public TileRow {
    tiles = List.copyOf(tiles);
  }
}
