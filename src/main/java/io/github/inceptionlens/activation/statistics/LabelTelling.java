package io.github.inceptionlens.activation.statistics;

import com.google.gson.JsonElement;
import io.github.inceptionlens.activation.SelectedUnits;
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

/**
 * Which label of the pictures of a collection each unit of a layer tells best, exactly as {@link
 * LayerStatistics} says it, without further figures.
 */
public final class LabelTelling
    implements KeptCollector<Seen<?>, LabelTelling.Values, LabeledPictures> {

  private final Layer layer;

  /**
   * @param layer with positions
   */
  public LabelTelling(final Layer layer) {
    this.layer = layer;
  }

  /** What was seen so far. */
  public static final class Values {

    private final List<PictureMeans> pictures = new ArrayList<>();
  }

  @Override
  public Supplier<Values> supplier() {
    return Values::new;
  }

  @Override
  public BiConsumer<Values, Seen<?>> accumulator() {
    return (values, seen) -> {
      if (!seen.source().label().isEmpty()) {
        final FeatureMap map = seen.activations().map(layer.name());
        final float[] means = new SelectedUnits(map.geometry(), seen.view()).means(map);
        values.pictures.add(new PictureMeans(seen.source().id(), seen.source().label(), means));
      }
    };
  }

  @Override
  public BinaryOperator<Values> combiner() {
    return (one, other) -> {
      one.pictures.addAll(other.pictures);
      return one;
    };
  }

  @Override
  public Function<Values, LabeledPictures> finisher() {
    return values -> new LabeledPictures(values.pictures);
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
