package io.github.inceptionlens.atlas.cell;

/**
 * A cell of an atlas.
 *
 * @param number from 1, by rows of the map
 * @param column of the map's grid, from 0 at the left
 * @param row of the map's grid, from 0 at the top
 * @param x mean place of its members on the map, 0 (left) to 1
 * @param y mean place of its members on the map, 0 (top) to 1
 * @param members which of the embedded vectors, ascending
 * @param mean their mean vector, in units of the activation, [channel]
 */
public record AtlasCell(
    int number, int column, int row, double x, double y, int[] members, float[] mean) {

  /** How many vectors it has. */
  public int count() {
    return members.length;
  }
}
