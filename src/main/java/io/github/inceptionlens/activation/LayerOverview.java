package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.LayerReading;
import java.util.List;
import java.util.stream.Stream;

/**
 * All channels of a layer on one view at a glance: what the selected part does to each, and where
 * each fires, on a grid that stays small however large the image is. The network runs once.
 *
 * @param statistics of the selected part, by channel
 * @param geometry where the places of the grid lie on the view's picture
 * @param maps the channels on the grid, in units of the activation: the layer's own units, or the
 *     means of squares of them where the layer has more than {@value #MOST} along a side
 */
public record LayerOverview(List<ChannelStatistics> statistics, Geometry geometry, MapStack maps) {

  /** The most places of the grid along a side. */
  public static final int MOST = 96;

  /**
   * Looks at a view.
   *
   * @param layer canonical name or alias
   * @throws io.github.inceptionlens.core.UserError when there is no such layer, or the picture is
   *     too small for it
   */
  public static LayerOverview of(
      final InceptionV1 network, final String layer, final View view, final Progress progress) {
    final LayerReading reading = network.read(view, layer);
    final StatisticsSum sum =
        new StatisticsSum(reading.layer(), new SelectedUnits(reading.geometry(), view));
    final Pool pool = new Pool(reading.layer(), reading.geometry());
    reading.rows(
        (rows, first) -> {
          sum.receive(rows, first);
          pool.receive(rows, first);
        },
        progress);
    return new LayerOverview(sum.statistics(), pool.geometry(), pool.maps());
  }

  /** Gathers the means of squares of units, row by row. */
  private static final class Pool implements LayerReading.RowReceiver {

    private final Geometry all;
    private final int side;
    private final int columns;
    private final int rows;
    private final List<float[]> means;

    Pool(final Layer layer, final Geometry all) {
      this.all = all;
      side = (Math.max(all.x().size(), all.y().size()) + MOST - 1) / MOST;
      columns = (all.x().size() + side - 1) / side;
      rows = (all.y().size() + side - 1) / side;
      means = Stream.generate(() -> new float[columns * rows]).limit(layer.channels()).toList();
    }

    @Override
    public void receive(final MapStack some, final int first) {
      for (int channel = 0; channel < means.size(); channel++) {
        add(some.plane(channel), some.height(), first, means.get(channel));
      }
    }

    private void add(
        final float[] values, final int height, final int first, final float[] channel) {
      final int width = all.x().size();
      for (int y = 0; y < height; y++) {
        final int row = (first + y) / side;
        final int tall = Math.min(side, all.y().size() - row * side);
        for (int x = 0; x < width; x++) {
          final int column = x / side;
          final int wide = Math.min(side, width - column * side);
          channel[row * columns + column] += values[y * width + x] / (wide * tall);
        }
      }
    }

    Geometry geometry() {
      return new Geometry(pooled(all.x(), columns), pooled(all.y(), rows));
    }

    private Geometry.Axis pooled(final Geometry.Axis axis, final int size) {
      return new Geometry.Axis(
          axis.input(),
          size,
          axis.stride() * side,
          axis.center((side - 1) / 2.0),
          axis.receptiveField() + (side - 1) * axis.stride(),
          axis.smallest());
    }

    MapStack maps() {
      return new MapStack(columns, rows, means);
    }
  }
}
