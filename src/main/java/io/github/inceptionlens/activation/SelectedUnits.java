package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import java.util.stream.IntStream;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * The units of a layer whose receptive field's center lies in the selected part of a view; the
 * nearest one where none does.
 *
 * @param geometry where the layer's units lie on the view's picture
 */
public record SelectedUnits(Geometry geometry, View view) {

  /** The selected units, asked for by rows, so that a large layer's are never listed as a whole. */
  @FunctionalInterface
  public interface ByRow {

    /**
     * The indices of the selected units of some rows, row-major over the layer, ascending.
     *
     * @param from the first row
     * @param to the row after the last one
     */
    int[] indices(int from, int to);
  }

  /** The indices of the selected units, row-major. */
  public int[] indices() {
    final int[] selected = centers(0, geometry.y().size()).toArray();
    return selected.length > 0 ? selected : new int[] {nearest()};
  }

  /** The selected units, to be asked for by rows. */
  public ByRow byRow() {
    if (centers(0, geometry.y().size()).findAny().isPresent()) {
      return (from, to) -> centers(from, to).toArray();
    }
    final int nearest = nearest();
    final int row = nearest / geometry.x().size();
    return (from, to) -> row >= from && row < to ? new int[] {nearest} : new int[0];
  }

  /** The mean of each channel over the selected units. */
  public float[] means(final FeatureMap map) {
    final int[] places = indices();
    final float[] means = new float[map.layer().channels()];
    for (int channel = 0; channel < means.length; channel++) {
      final float[] values = map.channel(channel);
      double sum = 0;
      for (final int place : places) {
        sum += values[place];
      }
      means[channel] = (float) (sum / places.length);
    }
    return means;
  }

  private IntStream centers(final int from, final int to) {
    final int columns = geometry.x().size();
    return IntStream.range(from * columns, to * columns)
        .filter(i -> view.contains((int) Math.round(x(i)), (int) Math.round(y(i))));
  }

  /** The unit whose center is nearest to a selected pixel. */
  private int nearest() {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int y = 0; y < view.placement().height(); y++) {
      for (int x = 0; x < view.placement().width(); x++) {
        if (view.contains(x, y)) {
          final int unit = nearest(x, y);
          final double distance = Math.hypot(x(unit) - x, y(unit) - y);
          best = distance < least ? unit : best;
          least = Math.min(least, distance);
        }
      }
    }
    return best;
  }

  private int nearest(final int x, final int y) {
    final int column = geometry.x().nearest(view.placement().networkX(x));
    return geometry.y().nearest(view.placement().networkY(y)) * geometry.x().size() + column;
  }

  /** The column, in the view's region, of the center of what a unit sees. */
  public double x(final int index) {
    return view.placement().regionX(geometry.x().center(index % geometry.x().size()));
  }

  /** The row of the same. */
  public double y(final int index) {
    return view.placement().regionY(geometry.y().center(index / geometry.x().size()));
  }

  /** What a unit sees of the view's picture, in its pixels. */
  public Interval field(final int index) {
    final int side = geometry.x().receptiveField();
    final double x = geometry.x().center(index % geometry.x().size());
    final double y = geometry.y().center(index / geometry.x().size());
    return Intervals.intersect(
        Intervals.createMinSize(0, 0, view.width(), view.height()),
        Intervals.createMinSize(
            Math.round(x - (side - 1) / 2.0), Math.round(y - (side - 1) / 2.0), side, side));
  }
}
