package io.github.inceptionlens.atlas.cell;

import io.github.inceptionlens.core.Progress;
import java.util.List;

/** How vectors are divided into groups, of which those with enough vectors become cells. */
interface CellDivision {

  /** How many groups there are. */
  int size();

  /**
   * The group of each vector, or -1.
   *
   * @param vectors [m, channel]
   * @param map [m, 2], where they lie on the map; empty where only vectors are looked at
   */
  int[] of(float[] vectors, float[] map, Progress progress);

  /**
   * The square of the map that stands for each group.
   *
   * @param members of each group
   * @param map [n, 2]
   * @return [group][column, row]
   */
  int[][] squares(List<int[]> members, float[] map);
}
