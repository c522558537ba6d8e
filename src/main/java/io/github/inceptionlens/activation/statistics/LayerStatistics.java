package io.github.inceptionlens.activation.statistics;

import com.google.gson.JsonElement;
import io.github.inceptionlens.activation.SelectedUnits;
import io.github.inceptionlens.activation.statistics.LayerStatistics.Values;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.FeatureMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Figures of all units of a layer over a collection: every selected place of every picture counts
 * alike; labels are told by the pictures' means.
 */
public final class LayerStatistics implements KeptCollector<Seen<?>, Values, List<UnitStatistics>> {

  private final Layer layer;
  private final Function<Seen<?>, FeatureMap> maps;

  /**
   * @param layer with positions
   */
  public LayerStatistics(final Layer layer) {
    this(layer, seen -> seen.activations().map(layer.name()));
  }

  /**
   * @param layer what the units are of
   * @param maps their values on a picture
   */
  public LayerStatistics(final Layer layer, final Function<Seen<?>, FeatureMap> maps) {
    this.layer = layer;
    this.maps = maps;
  }

  /** What was seen so far. */
  public static final class Values {

    private final List<UnitValues> units = new ArrayList<>();
    private final List<PictureMeans> pictures = new ArrayList<>();
  }

  @Override
  public Supplier<Values> supplier() {
    return () -> {
      final Values none = new Values();
      IntStream.range(0, layer.channels()).forEach(i -> none.units.add(new UnitValues()));
      return none;
    };
  }

  @Override
  public BiConsumer<Values, Seen<?>> accumulator() {
    return (values, seen) -> {
      final FeatureMap map = maps.apply(seen);
      final int[] places = new SelectedUnits(map.geometry(), seen.view()).indices();
      final float[] means = new float[layer.channels()];
      for (int channel = 0; channel < means.length; channel++) {
        means[channel] = values.units.get(channel).add(map.channel(channel), places);
      }
      values.pictures.add(new PictureMeans(seen.source().id(), seen.source().label(), means));
    };
  }

  @Override
  public BinaryOperator<Values> combiner() {
    return (one, other) -> {
      for (int channel = 0; channel < layer.channels(); channel++) {
        one.units.get(channel).add(other.units.get(channel));
      }
      one.pictures.addAll(other.pictures);
      return one;
    };
  }

  /** By channel. */
  @Override
  public Function<Values, List<UnitStatistics>> finisher() {
    return values -> {
      final LabeledPictures labeled = new LabeledPictures(values.pictures);
      return IntStream.range(0, layer.channels())
          .mapToObj(channel -> unit(channel, values.units.get(channel), labeled))
          .toList();
    };
  }

  private UnitStatistics unit(
      final int channel, final UnitValues values, final LabeledPictures labeled) {
    return new UnitStatistics(
        layer.unit(channel),
        values.count(),
        values.mean(),
        values.deviation(),
        values.active(),
        values.kurtosis(),
        values.least(),
        values.largest(),
        values.histogram(),
        labeled.labelMeans(channel),
        labeled.told(channel));
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
