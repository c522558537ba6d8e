package io.github.inceptionlens.activation.statistics;

import com.google.gson.JsonElement;
import io.github.inceptionlens.activation.SelectedUnits;
import io.github.inceptionlens.activation.statistics.LayerSpread.Sums;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.FeatureMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Mean and deviation of all units of a layer over a collection: every selected place of every
 * picture counts alike. The same as those of {@link LayerStatistics}, of which nothing else is
 * kept, so that it serves layers of very many units.
 */
public final class LayerSpread implements KeptCollector<Seen<?>, Sums, List<UnitSpread>> {

  private final Layer layer;

  /**
   * @param layer with positions
   */
  public LayerSpread(final Layer layer) {
    this.layer = layer;
  }

  /**
   * Lets the means and deviations of layers ride on a scan.
   *
   * @return those of all of their units, to be had after the scan
   */
  public static <P extends SourcePicture> Supplier<Map<Unit, UnitSpread>> ride(
      final Scan<P> scan, final List<Layer> layers) {
    final List<Ride<P, ?, List<UnitSpread>>> rides = new ArrayList<>();
    for (final Layer one : layers) {
      rides.add(scan.ride(one.name(), new LayerSpread(one)));
    }
    return () ->
        rides.stream()
            .flatMap(ride -> ride.result().stream())
            .collect(Collectors.toMap(UnitSpread::unit, Function.identity()));
  }

  /** What was seen so far. */
  public static final class Sums {

    private final double[] values;
    private final double[] squares;
    private long count;

    Sums(final int channels) {
      values = new double[channels];
      squares = new double[channels];
    }

    private void add(final int channel, final float[] map, final int[] places) {
      double sum = 0;
      double square = 0;
      for (final int place : places) {
        sum += map[place];
        square += (double) map[place] * map[place];
      }
      values[channel] += sum;
      squares[channel] += square;
    }

    private Sums and(final Sums other) {
      for (int channel = 0; channel < values.length; channel++) {
        values[channel] += other.values[channel];
        squares[channel] += other.squares[channel];
      }
      count += other.count;
      return this;
    }

    private double mean(final int channel) {
      return values[channel] / count;
    }

    private double deviation(final int channel) {
      final double mean = mean(channel);
      return Math.sqrt(Math.max(0, squares[channel] / count - mean * mean));
    }
  }

  @Override
  public Supplier<Sums> supplier() {
    return () -> new Sums(layer.channels());
  }

  @Override
  public BiConsumer<Sums, Seen<?>> accumulator() {
    return (sums, seen) -> {
      final FeatureMap map = seen.activations().map(layer.name());
      final int[] places = new SelectedUnits(map.geometry(), seen.view()).indices();
      for (int channel = 0; channel < layer.channels(); channel++) {
        sums.add(channel, map.channel(channel), places);
      }
      sums.count += places.length;
    };
  }

  @Override
  public BinaryOperator<Sums> combiner() {
    return Sums::and;
  }

  /** By channel. */
  @Override
  public Function<Sums, List<UnitSpread>> finisher() {
    return sums ->
        IntStream.range(0, layer.channels())
            .mapToObj(
                channel ->
                    new UnitSpread(
                        layer.unit(channel), sums.mean(channel), sums.deviation(channel)))
            .toList();
  }

  @Override
  public Set<Characteristics> characteristics() {
    return Set.of(Characteristics.UNORDERED);
  }

  @Override
  public JsonElement keep(final Sums partial) {
    return KeptJson.gson().toJsonTree(partial);
  }

  @Override
  public Sums restored(final JsonElement kept) {
    return KeptJson.gson().fromJson(kept, Sums.class);
  }
}
