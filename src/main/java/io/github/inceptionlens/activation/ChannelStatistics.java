package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.LayerReading;
import java.util.Comparator;
import java.util.List;

/**
 * How one channel of a layer responds to the selected part of a view, in units of the activation.
 *
 * @param unit the channel
 * @param mean the mean over the selected units
 * @param peak the largest value among them
 * @param x the column, in the view's region, of the center of what the peak's unit sees
 * @param y the row of the same
 * @param active the fraction of the selected units above 0, from 0 to 1
 */
public record ChannelStatistics(
    Unit unit, double mean, double peak, double x, double y, double active) {

  /**
   * The statistics of all channels, by index.
   *
   * <p>A unit is selected when its receptive field's center is; the nearest one is when no center
   * is.
   */
  public static List<ChannelStatistics> of(final FeatureMap map, final View view) {
    final StatisticsSum sum =
        new StatisticsSum(map.layer(), new SelectedUnits(map.geometry(), view));
    sum.receive(map.maps(), 0);
    return sum.statistics();
  }

  /**
   * How a layer's channels respond to a view, by channel.
   *
   * @param layer canonical name or alias
   * @throws io.github.inceptionlens.core.UserError when there is no such layer, or the picture is
   *     too small for it
   */
  public static List<ChannelStatistics> of(
      final InceptionV1 network, final String layer, final View view) {
    return of(network, layer, view, Progress.NONE);
  }

  /** The same, with progress where the picture is so large that it is seen in bands. */
  public static List<ChannelStatistics> of(
      final InceptionV1 network, final String layer, final View view, final Progress progress) {
    return of(network.read(view, layer), view, progress);
  }

  /**
   * The same, of a layer whose map is not kept.
   *
   * @param reading of the view
   */
  static List<ChannelStatistics> of(
      final LayerReading reading, final View view, final Progress progress) {
    final StatisticsSum sum =
        new StatisticsSum(reading.layer(), new SelectedUnits(reading.geometry(), view));
    reading.rows(sum, progress);
    return sum.statistics();
  }

  /** The first of the given statistics in an order, largest first, equal ones by channel. */
  public static List<ChannelStatistics> strongest(
      final List<ChannelStatistics> all, final ChannelOrder by, final int count) {
    return all.stream().sorted(Comparator.comparingDouble(by::of).reversed()).limit(count).toList();
  }
}
