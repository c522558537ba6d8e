package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well each channel of a layer tells the places of views apart, where the largest mean is often
 * a channel that fires everywhere.
 *
 * <p>With a selection: the mean over the selected units less the mean over the others, divided by
 * their pooled standard deviation plus the root mean square of the layer, so that a channel that
 * hardly fires is not distinct by accident. Without one: the mean over the strongest quarter of the
 * units less the mean over all, divided by the root mean square of the layer.
 */
public final class ChannelContrast {

  private static final int PART = 4;

  private ChannelContrast() {}

  /**
   * The channel with the largest contrast over several views.
   *
   * @throws io.github.inceptionlens.core.UserError when a picture is too small or too large
   */
  public static Unit most(
      final InceptionV1 network,
      final Layer layer,
      final List<? extends View> views,
      final Progress progress) {
    network.check(List.of(layer.name()), views.get(0).width(), views.get(0).height());
    final double[] sums = new double[layer.channels()];
    for (int i = 0; i < views.size(); i++) {
      final View view = views.get(i);
      final double[] one = of(map(network, layer, view, progress.part(i, views.size())), view);
      Arrays.setAll(sums, channel -> sums[channel] + one[channel]);
    }
    return layer.unit(ChannelSelection.parse("strongest:1").of(layer, () -> sums).get(0));
  }

  private static FeatureMap map(
      final InceptionV1 network, final Layer layer, final View view, final Progress progress) {
    progress.at(0, "Comparing the channels of " + layer + " ...");
    return network.run(view, List.of(layer.name()), progress).map(layer.name());
  }

  /**
   * A channel here and elsewhere.
   *
   * @param here its mean over the selected units, in units of the activation
   * @param elsewhere its mean over the others; NaN where there are none
   * @param contrast how well it tells the two apart
   */
  public record Comparison(Unit unit, double here, double elsewhere, double contrast) {}

  /**
   * The channels with the largest contrast on a view, largest first.
   *
   * @param count how many at most
   */
  public static List<Comparison> strongest(final FeatureMap map, final View view, final int count) {
    final boolean[] selected = selected(map, view);
    final double[] contrast = of(map, view);
    final Layer layer = map.layer();
    return ChannelSelection.parse("strongest:" + count).of(layer, () -> contrast).stream()
        .map(
            channel ->
                new Comparison(
                    layer.unit(channel),
                    Moments.of(map.channel(channel), selected, true).mean,
                    Moments.of(map.channel(channel), selected, false).mean,
                    contrast[channel]))
        .toList();
  }

  /**
   * The contrast of all channels, by index.
   *
   * @param map of a layer, on the view's picture
   * @param view its selection is told from the rest; a view that is selected as a whole has none
   */
  public static double[] of(final FeatureMap map, final View view) {
    final boolean[] selected = selected(map, view);
    final double scale = rootMeanSquare(map);
    return IntStream.range(0, map.layer().channels())
        .mapToDouble(channel -> contrast(map.channel(channel), selected, scale))
        .toArray();
  }

  private static boolean[] selected(final FeatureMap map, final View view) {
    final boolean[] selected = new boolean[map.channel(0).length];
    for (final int index : new SelectedUnits(map.geometry(), view).indices()) {
      selected[index] = true;
    }
    return selected;
  }

  private static double rootMeanSquare(final FeatureMap map) {
    double sum = 0;
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      for (final float value : map.channel(channel)) {
        sum += (double) value * value;
      }
    }
    final double mean = sum / map.layer().channels() / map.channel(0).length;
    return mean > 0 ? Math.sqrt(mean) : 1;
  }

  private static double contrast(
      final float[] values, final boolean[] selected, final double scale) {
    final Moments inside = Moments.of(values, selected, true);
    final Moments outside = Moments.of(values, selected, false);
    if (inside.count == 0 || outside.count == 0) {
      return peak(values) / scale;
    }
    final double pooled = Math.sqrt((inside.variance + outside.variance) / 2);
    return (inside.mean - outside.mean) / (pooled + scale);
  }

  /** The mean of the strongest quarter less the mean of all. */
  private static double peak(final float[] values) {
    final float[] sorted = values.clone();
    Arrays.sort(sorted);
    final int first = Math.min(sorted.length - 1, sorted.length - sorted.length / PART);
    return mean(sorted, first) - mean(sorted, 0);
  }

  private static double mean(final float[] values, final int first) {
    return IntStream.range(first, values.length)
        .mapToDouble(i -> values[i])
        .average()
        .orElseThrow();
  }

  /** Mean and variance of the values that are selected, or of the others. */
  private record Moments(int count, double mean, double variance) {

    static Moments of(final float[] values, final boolean[] selected, final boolean which) {
      int count = 0;
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < values.length; i++) {
        if (selected[i] == which) {
          count++;
          sum += values[i];
          squares += (double) values[i] * values[i];
        }
      }
      final double mean = sum / count;
      return new Moments(count, mean, Math.max(0, squares / count - mean * mean));
    }
  }
}
