package io.github.inceptionlens.atlas.cell;

import java.util.List;

/**
 * Cells on a map, as a mosaic shows them.
 *
 * @param request how they were divided
 * @param cells by rows of the map
 * @param map where all vectors lie that could be in a cell, [n, 2], from 0 to 1, y downward
 */
public record CellLayout(CellRequest request, List<AtlasCell> cells, float[] map) {

  /** Copies the list. */
  public CellLayout {
    cells = List.copyOf(cells);
  }

  /** How many vectors lie on the map. */
  public int vectors() {
    return map.length / 2;
  }

  /** How many of them are in a cell. */
  public int held() {
    return cells.stream().mapToInt(AtlasCell::count).sum();
  }
}
