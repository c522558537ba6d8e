package io.github.inceptionlens.activation.steering;

import com.google.gson.JsonElement;
import com.google.gson.reflect.TypeToken;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/** The largest activation of each unit of some layers, anywhere on the pictures seen so far. */
public final class LargestValues {

  private final Map<String, float[]> byLayer;

  private LargestValues(final Map<String, float[]> byLayer) {
    this.byLayer = byLayer;
  }

  /** Of no picture yet. */
  public static LargestValues of(final List<Layer> layers) {
    final Map<String, float[]> byLayer = new LinkedHashMap<>();
    for (final Layer layer : layers) {
      final float[] values = new float[layer.channels()];
      Arrays.fill(values, Float.NEGATIVE_INFINITY);
      byLayer.put(layer.name(), values);
    }
    return new LargestValues(byLayer);
  }

  /** What it is collected by in a scan that asks for these layers. */
  public static KeptCollector<Seen<?>, LargestValues, LargestValues> collector(
      final List<Layer> layers) {
    return new Collected(List.copyOf(layers));
  }

  /** The names of the layers. */
  public List<String> layers() {
    return List.copyOf(byLayer.keySet());
  }

  /**
   * The largest activation of a unit; negative infinity before any picture.
   *
   * @param unit of one of the layers, with its canonical name
   */
  public float of(final Unit unit) {
    return byLayer.get(unit.layer())[unit.channel()];
  }

  /**
   * Looks at the next picture.
   *
   * @throws io.github.inceptionlens.core.UserError when it is too small for a layer
   */
  public void look(final InceptionV1 network, final PictureRows picture, final Progress progress) {
    final List<String> names = layers();
    for (int i = 0; i < names.size(); i++) {
      final String name = names.get(i);
      network
          .read(picture, name)
          .rows((rows, first) -> add(name, rows), progress.part(i, names.size()));
    }
  }

  private void add(final String layer, final MapStack maps) {
    final float[] values = byLayer.get(layer);
    for (int channel = 0; channel < values.length; channel++) {
      for (final float value : maps.plane(channel)) {
        values[channel] = Math.max(values[channel], value);
      }
    }
  }

  private LargestValues and(final LargestValues other) {
    other.byLayer.forEach(
        (layer, values) -> {
          final float[] own = byLayer.get(layer);
          for (int i = 0; i < own.length; i++) {
            own[i] = Math.max(own[i], values[i]);
          }
        });
    return this;
  }

  private record Collected(List<Layer> layers)
      implements KeptCollector<Seen<?>, LargestValues, LargestValues> {

    private static final TypeToken<LinkedHashMap<String, float[]>> KEPT = new TypeToken<>() {};

    @Override
    public Supplier<LargestValues> supplier() {
      return () -> of(layers);
    }

    @Override
    public BiConsumer<LargestValues, Seen<?>> accumulator() {
      return (largest, seen) ->
          largest
              .layers()
              .forEach(layer -> largest.add(layer, seen.activations().map(layer).maps()));
    }

    @Override
    public BinaryOperator<LargestValues> combiner() {
      return LargestValues::and;
    }

    @Override
    public Function<LargestValues, LargestValues> finisher() {
      return Function.identity();
    }

    @Override
    public Set<Characteristics> characteristics() {
      return Set.of(Characteristics.UNORDERED, Characteristics.IDENTITY_FINISH);
    }

    @Override
    public JsonElement keep(final LargestValues largest) {
      return KeptJson.gson().toJsonTree(largest.byLayer);
    }

    @Override
    public LargestValues restored(final JsonElement kept) {
      return new LargestValues(KeptJson.gson().fromJson(kept, KEPT.getType()));
    }
  }
}
