package io.github.inceptionlens.activation.search;

import com.google.gson.JsonElement;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.FeatureMap;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Draws items from pictures.
 *
 * @param <P> the pictures
 */
abstract class ItemCollector<P extends SourcePicture>
    implements KeptCollector<Seen<P>, DrawnItems, DrawnItems> {

  private final Layer layer;
  private final int most;

  /**
   * @param layer what is read
   * @param most how many items of each kind are kept
   */
  ItemCollector(final Layer layer, final int most) {
    this.layer = layer;
    this.most = most;
  }

  final int most() {
    return most;
  }

  final FeatureMap map(final Seen<P> seen) {
    return seen.activations().map(layer.name());
  }

  /** What all units give at a place. */
  static float[] values(final FeatureMap map, final int place) {
    final float[] values = new float[map.layer().channels()];
    for (int channel = 0; channel < values.length; channel++) {
      values[channel] = map.channel(channel)[place];
    }
    return values;
  }

  @Override
  public final Supplier<DrawnItems> supplier() {
    return DrawnItems::new;
  }

  @Override
  public final BinaryOperator<DrawnItems> combiner() {
    return (one, other) -> {
      one.add(other, most);
      return one;
    };
  }

  @Override
  public final Function<DrawnItems, DrawnItems> finisher() {
    return Function.identity();
  }

  @Override
  public final Set<Characteristics> characteristics() {
    return Set.of(Characteristics.UNORDERED);
  }

  @Override
  public final JsonElement keep(final DrawnItems items) {
    return KeptJson.gson().toJsonTree(items);
  }

  @Override
  public final DrawnItems restored(final JsonElement kept) {
    return KeptJson.gson().fromJson(kept, DrawnItems.class);
  }
}
