package io.github.inceptionlens.atlas.mosaic;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What the icons of neighboring cells begin with: the map has knots, a few squares apart, each with
 * the mean direction of the cells around it; a cell begins with the blurred pictures of its knots,
 * mixed by how near they are. So neighbors agree on what goes where, and only that: the mean of the
 * cells around decides nothing that a cell's own direction does not keep.
 */
final class IconKnots {

  /** Squares of the map between knots. */
  private static final int SPACING = 4;

  /** Of the blur, as part of an icon's side. */
  private static final double BLUR = 0.05;

  private static final int COLORS = 3;

  private final int across;
  private final int grid;
  private final List<AtlasCell> cells;
  private final Map<Integer, float[]> directions = new TreeMap<>();

  /**
   * @param unit one per cell, each of length 1
   */
  IconKnots(final CellLayout layout, final List<float[]> unit) {
    this.grid = layout.request().grid();
    this.across = Math.max(1, Math.round((float) grid / SPACING));
    this.cells = layout.cells();
    for (int i = 0; i < cells.size(); i++) {
      final float[] own = unit.get(i);
      weights(cells.get(i))
          .forEach(
              (knot, weight) ->
                  add(directions.computeIfAbsent(knot, k -> new float[own.length]), own, weight));
    }
  }

  /** The direction of each knot that has a cell nearby, [channel]. */
  List<float[]> directions() {
    return List.copyOf(directions.values());
  }

  /**
   * What each cell's icon begins with, by the cell's index; made when it is asked for.
   *
   * @param pictures one per direction
   */
  IntFunction<Picture> starts(final List<Picture> pictures) {
    final Map<Integer, Picture> blurred = new TreeMap<>();
    int next = 0;
    for (final int knot : directions.keySet()) {
      blurred.put(knot, blurred(pictures.get(next++)));
    }
    return cell -> mixed(weights(cells.get(cell)), blurred);
  }

  /** How much each knot counts for a cell; together 1. */
  private Map<Integer, Float> weights(final AtlasCell cell) {
    final Map<Integer, Float> weights = new TreeMap<>();
    final double x = knots(cell.column());
    final double y = knots(cell.row());
    for (int row = (int) y; row <= Math.min((int) y + 1, across - 1); row++) {
      for (int column = (int) x; column <= Math.min((int) x + 1, across - 1); column++) {
        final double weight = (1 - Math.abs(row - y)) * (1 - Math.abs(column - x));
        if (weight > 0) {
          weights.put(row * across + column, (float) weight);
        }
      }
    }
    return weights;
  }

  /** Where a square lies on the axis of the knots. */
  private double knots(final int square) {
    return Math.min(Math.max((square + 0.5) * across / grid - 0.5, 0), across - 1.0);
  }

  private static Picture blurred(final Picture picture) {
    final Resampling blur =
        new Resampling(
            FilterWeights.gaussian(picture.width(), BLUR * picture.width()),
            FilterWeights.gaussian(picture.height(), BLUR * picture.height()));
    return picture.withPlanes(
        IntStream.range(0, COLORS).mapToObj(i -> blur.apply(picture.plane(i))).toList());
  }

  private static Picture mixed(
      final Map<Integer, Float> weights, final Map<Integer, Picture> pictures) {
    final Picture any = pictures.get(weights.keySet().iterator().next());
    final List<float[]> planes = new ArrayList<>();
    for (int color = 0; color < COLORS; color++) {
      final int plane = color;
      final float[] sum = new float[any.width() * any.height()];
      weights.forEach((knot, weight) -> add(sum, pictures.get(knot).plane(plane), weight));
      planes.add(sum);
    }
    return new Picture(any.width(), any.height(), planes);
  }

  private static void add(final float[] sum, final float[] values, final float weight) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * values[i];
    }
  }
}
