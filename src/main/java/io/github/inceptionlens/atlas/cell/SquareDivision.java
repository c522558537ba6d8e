package io.github.inceptionlens.atlas.cell;

import io.github.inceptionlens.core.Progress;
import java.util.List;

/**
 * By the squares of the map.
 *
 * @param grid columns, and rows
 */
record SquareDivision(int grid) implements CellDivision {

  @Override
  public int size() {
    return grid * grid;
  }

  @Override
  public int[] of(final float[] vectors, final float[] map, final Progress progress) {
    final int[] groups = new int[map.length / 2];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = at(map[2 * i + 1]) * grid + at(map[2 * i]);
    }
    return groups;
  }

  private int at(final float place) {
    return Math.min(grid - 1, (int) (place * grid));
  }

  @Override
  public int[][] squares(final List<int[]> members, final float[] map) {
    final int[][] squares = new int[size()][];
    for (int group = 0; group < squares.length; group++) {
      squares[group] = new int[] {group % grid, group / grid};
    }
    return squares;
  }
}
