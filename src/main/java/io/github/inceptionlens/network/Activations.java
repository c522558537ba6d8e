package io.github.inceptionlens.network;

import ai.djl.ndarray.NDArray;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.engine.PictureTensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run of the network was asked for: feature maps of layers and values of the classifier, by
 * canonical name.
 */
public final class Activations {

  private final Architecture architecture;
  private final int width;
  private final int height;
  private final Map<String, FeatureMap> maps = new LinkedHashMap<>();
  private final Map<String, float[]> vectors = new LinkedHashMap<>();

  private Activations(final Architecture architecture, final int width, final int height) {
    this.architecture = architecture;
    this.width = width;
    this.height = height;
  }

  /**
   * From native values.
   *
   * @param values [picture, channel, row, column] or [picture, class], by canonical name
   * @param width of the pictures in pixels
   * @param height of the pictures in pixels
   * @return one per picture
   */
  static List<Activations> of(
      final Architecture architecture,
      final Map<String, NDArray> values,
      final int width,
      final int height) {
    final long count = values.values().iterator().next().getShape().get(0);
    final List<Activations> all = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      all.add(new Activations(architecture, width, height));
      for (final Map.Entry<String, NDArray> value : values.entrySet()) {
        try (NDArray own = value.getValue().get("{}:{}", i, i + 1)) {
          all.get((int) i).add(value.getKey(), own);
        }
      }
    }
    return all;
  }

  private void add(final String name, final NDArray value) {
    if (value.getShape().dimension() == 2) {
      vectors.put(name, value.toFloatArray());
    } else {
      final Layer layer = architecture.layer(name);
      final Geometry geometry = Geometry.of(layer, width, height);
      maps.put(name, new FeatureMap(layer, geometry, PictureTensors.planes(value)));
    }
  }

  /** Of a picture that is seen in bands: to be filled by {@link #receive}. */
  static Activations empty(final Architecture architecture, final int width, final int height) {
    return new Activations(architecture, width, height);
  }

  /**
   * Takes some rows of a node, see {@link io.github.inceptionlens.network.band.BandedRun.Receiver}.
   */
  void receive(final String name, final NDArray rows, final int first) {
    if (rows.getShape().dimension() == 2) {
      vectors.put(name, rows.toFloatArray());
    } else {
      PictureTensors.copy(rows, maps.computeIfAbsent(name, this::emptyMap).maps(), first);
    }
  }

  private FeatureMap emptyMap(final String name) {
    return FeatureMap.empty(architecture.layer(name), width, height);
  }

  /**
   * The feature map of a layer that was asked for.
   *
   * @param layer canonical name or alias
   */
  public FeatureMap map(final String layer) {
    return found(maps, layer);
  }

  /** The logits, one per class in the order of the labels. */
  public float[] logits() {
    return found(vectors, Architecture.LOGITS);
  }

  /** The class probabilities, 0 to 1, with sum 1. */
  public float[] probabilities() {
    return found(vectors, Architecture.PROBABILITIES);
  }

  private <T> T found(final Map<String, T> values, final String name) {
    final T value = values.get(architecture.node(name).name());
    if (value == null) {
      throw new IllegalArgumentException(name + " was not asked for");
    }
    return value;
  }
}
