package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one channel of a layer gives at a place, in units of the activation.
 *
 * @param unit the channel
 * @param value its value there, or its mean over several places
 */
public record UnitValue(Unit unit, double value) {

  /**
   * The strongest of a layer's channels, largest value first, equal ones by channel.
   *
   * @param values by channel
   * @param count how many at most
   */
  public static List<UnitValue> strongest(
      final Layer layer, final double[] values, final int count) {
    return IntStream.range(0, values.length)
        .mapToObj(channel -> new UnitValue(layer.unit(channel), values[channel]))
        .sorted(Comparator.comparingDouble(UnitValue::value).reversed())
        .limit(count)
        .toList();
  }

  /**
   * The mean of each channel over some units; of a single one its very values.
   *
   * @param maps a plane per channel
   * @param units indices, row-major over the planes, at least one
   */
  public static double[] mean(final MapStack maps, final int... units) {
    final double[] means = new double[maps.planes()];
    Arrays.setAll(means, channel -> mean(maps.plane(channel), units));
    return means;
  }

  private static double mean(final float[] plane, final int[] units) {
    double sum = 0;
    for (final int unit : units) {
      sum += plane[unit];
    }
    return sum / units.length;
  }
}
