package io.github.inceptionlens.activation.statistics;

import com.google.gson.JsonElement;
import io.github.inceptionlens.activation.SelectedUnits;
import io.github.inceptionlens.activation.statistics.UnitResponse.PicturePeak;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.FeatureMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How some units of a layer respond over a collection, and how strongly to each picture: every
 * selected place of every picture counts. Unlike {@link LayerStatistics}, which is of all units of
 * a layer, it keeps a number per unit and picture.
 */
public final class UnitResponses
    implements KeptCollector<Seen<?>, UnitResponses.Values, List<UnitResponse>> {

  private final Layer layer;
  private final List<Integer> channels;

  /**
   * @param layer whose values are read; a layer before a rectifier for values before it
   * @param channels of it, none twice
   */
  public UnitResponses(final Layer layer, final List<Integer> channels) {
    this.layer = layer;
    this.channels = List.copyOf(channels);
  }

  /** What was seen so far. */
  public static final class Values {

    private final List<UnitValues> units = new ArrayList<>();
    private final List<List<PicturePeak>> pictures = new ArrayList<>();
  }

  @Override
  public Supplier<Values> supplier() {
    return () -> {
      final Values none = new Values();
      for (int i = 0; i < channels.size(); i++) {
        none.units.add(new UnitValues());
        none.pictures.add(new ArrayList<>());
      }
      return none;
    };
  }

  @Override
  public BiConsumer<Values, Seen<?>> accumulator() {
    return (values, seen) -> {
      final FeatureMap map = seen.activations().map(layer.name());
      final int[] places = new SelectedUnits(map.geometry(), seen.view()).indices();
      for (int i = 0; i < channels.size(); i++) {
        final float[] channel = map.channel(channels.get(i));
        values.units.get(i).add(channel, places);
        values
            .pictures
            .get(i)
            .add(
                new PicturePeak(
                    seen.source().id(), seen.source().label(), largest(channel, places)));
      }
    };
  }

  private static float largest(final float[] map, final int[] places) {
    float largest = Float.NEGATIVE_INFINITY;
    for (final int place : places) {
      largest = Math.max(largest, map[place]);
    }
    return largest;
  }

  @Override
  public BinaryOperator<Values> combiner() {
    return (one, other) -> {
      for (int i = 0; i < channels.size(); i++) {
        one.units.get(i).add(other.units.get(i));
        one.pictures.get(i).addAll(other.pictures.get(i));
      }
      return one;
    };
  }

  /** In the order of the channels. */
  @Override
  public Function<Values, List<UnitResponse>> finisher() {
    return values ->
        IntStream.range(0, channels.size())
            .mapToObj(i -> unit(channels.get(i), values.units.get(i), values.pictures.get(i)))
            .toList();
  }

  private UnitResponse unit(
      final int channel, final UnitValues values, final List<PicturePeak> pictures) {
    return new UnitResponse(
        layer.unit(channel),
        values.count(),
        values.mean(),
        values.deviation(),
        values.active(),
        values.least(),
        values.largest(),
        values.histogram(),
        pictures.stream().sorted(Comparator.comparing(PicturePeak::picture)).toList());
  }

  @Override
  public Set<Characteristics> characteristics() {
    return Set.of(Characteristics.UNORDERED);
  }

  @Override
  public JsonElement keep(final Values values) {
    return KeptJson.gson().toJsonTree(values);
  }

  @Override
  public Values restored(final JsonElement kept) {
    return KeptJson.gson().fromJson(kept, Values.class);
  }
}
