package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.LayerReading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sums up how the channels of a layer respond to the selected part of a view, row by row. */
final class StatisticsSum implements LayerReading.RowReceiver {

  private final Layer layer;
  private final SelectedUnits units;
  private final SelectedUnits.ByRow selected;
  private final List<Sum> sums;
  private int count;

  private static final class Sum {

    private double sum;
    private int active;
    private int best = -1;
    private float peak;

    /**
     * @param selected indices of units, ascending
     * @param first the index of the first value
     */
    void add(final float[] values, final int[] selected, final int first) {
      for (final int unit : selected) {
        final float value = values[unit - first];
        sum += value;
        active += value > 0 ? 1 : 0;
        if (best < 0 || value > peak) {
          best = unit;
          peak = value;
        }
      }
    }
  }

  /**
   * @param units of the layer, on the view
   */
  StatisticsSum(final Layer layer, final SelectedUnits units) {
    this.layer = layer;
    this.units = units;
    this.selected = units.byRow();
    this.sums = Stream.generate(Sum::new).limit(layer.channels()).toList();
  }

  @Override
  public void receive(final MapStack rows, final int first) {
    final int[] indices = selected.indices(first, first + rows.height());
    for (int channel = 0; channel < sums.size(); channel++) {
      sums.get(channel).add(rows.plane(channel), indices, first * rows.width());
    }
    count += indices.length;
  }

  /** The statistics of all channels, by index, once all rows have come. */
  List<ChannelStatistics> statistics() {
    final List<ChannelStatistics> all = new ArrayList<>();
    IntStream.range(0, sums.size()).forEach(channel -> all.add(statistics(channel)));
    return all;
  }

  private ChannelStatistics statistics(final int channel) {
    final Sum sum = sums.get(channel);
    return new ChannelStatistics(
        layer.unit(channel),
        sum.sum / count,
        sum.peak,
        units.x(sum.best),
        units.y(sum.best),
        (double) sum.active / count);
  }
}
