package io.github.inceptionlens.atlas.cell;

import io.github.inceptionlens.core.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By the nearest of several centers in the layer's own space. On the map each group stands in the
 * free square nearest to the mean place of its vectors; the fullest group chooses first.
 */
record CenterDivision(Centers centers, int grid) implements CellDivision {

  /**
   * Finds the centers.
   *
   * @param vectors [n, channel]
   * @param order in which vectors are gone through, so that theirs changes nothing
   */
  static CenterDivision of(
      final float[] vectors,
      final int[] order,
      final int channels,
      final CellRequest request,
      final Progress progress) {
    final float[] sorted = new float[vectors.length];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(vectors, order[i] * channels, sorted, i * channels, channels);
    }
    return new CenterDivision(
        Centers.of(sorted, channels, request.squares(), request.seed(), progress), request.grid());
  }

  @Override
  public int size() {
    return centers.size();
  }

  @Override
  public int[] of(final float[] vectors, final float[] map, final Progress progress) {
    return centers.nearest(vectors, progress);
  }

  @Override
  public int[][] squares(final List<int[]> members, final float[] map) {
    final int[][] squares = new int[members.size()][2];
    final List<int[]> free = new ArrayList<>();
    IntStream.range(0, grid * grid).forEach(i -> free.add(new int[] {i % grid, i / grid}));
    IntStream.range(0, members.size())
        .boxed()
        .filter(group -> members.get(group).length > 0)
        .sorted(Comparator.comparingInt(group -> -members.get(group).length))
        .forEach(group -> squares[group] = taken(free, members.get(group), map));
    return squares;
  }

  private int[] taken(final List<int[]> free, final int[] members, final float[] map) {
    final double x = mean(members, map, 0) * grid - 0.5;
    final double y = mean(members, map, 1) * grid - 0.5;
    int nearest = 0;
    for (int i = 1; i < free.size(); i++) {
      if (distance(free.get(i), x, y) < distance(free.get(nearest), x, y)) {
        nearest = i;
      }
    }
    return free.remove(nearest);
  }

  private static double mean(final int[] members, final float[] map, final int axis) {
    return IntStream.of(members).mapToDouble(member -> map[2 * member + axis]).average().orElse(0);
  }

  private static double distance(final int[] square, final double x, final double y) {
    return Math.hypot(square[0] - x, square[1] - y);
  }
}
