package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.activation.SelectedUnits;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.stream.Stream;

/**
 * Channels of a layer, or entries of a dictionary, ranked by their values before the rectifier,
 * top-k or thresholds where there are any, as most places are ties at 0 after it; by the edited
 * values where the layer is edited.
 *
 * @param layer as the units are named
 * @param before the layer whose values rank the places; {@code layer} itself where there is none
 *     before it
 * @param channels which of them
 */
public record LayerUnits(Layer layer, Layer before, List<Integer> channels) implements RankedUnits {

  private static final double HALF = 0.5;

  public LayerUnits {
    channels = List.copyOf(channels);
  }

  /**
   * @param layer canonical name or alias
   * @param channels indices, none twice
   * @throws io.github.inceptionlens.core.UserError when there is no such layer or channel
   */
  public static LayerUnits of(
      final Architecture network, final String layer, final List<Integer> channels) {
    final Layer own = network.layer(layer);
    channels.forEach(own::unit);
    return new LayerUnits(own, before(network, own), channels);
  }

  private static Layer before(final Architecture network, final Layer layer) {
    final String before = layer.name() + Architecture.PRE_RELU;
    return network.has(before) && !network.isEdited(layer.name()) ? network.layer(before) : layer;
  }

  @Override
  public List<String> names() {
    return Stream.of(layer, before).map(Layer::name).distinct().toList();
  }

  @Override
  public List<String> units() {
    return channels.stream().map(channel -> layer.unit(channel).toString()).toList();
  }

  @Override
  public SeenUnits on(final Seen<?> seen) {
    final FeatureMap map = seen.activations().map(before.name());
    final float[][] ranking = maps(map);
    return new SeenUnits(
        ranking,
        before.equals(layer) ? ranking : maps(seen.activations().map(layer.name())),
        new SelectedUnits(map.geometry(), seen.view()).indices(),
        PlaceGrid.of(map.geometry(), seen.view()),
        HALF * map.geometry().x().receptiveField() / map.geometry().x().stride());
  }

  private float[][] maps(final FeatureMap map) {
    return channels.stream().map(map::channel).toArray(float[][]::new);
  }
}
