package io.github.inceptionlens.atlas.attribution;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.LayerDirections;
import io.github.inceptionlens.network.tangent.Tangents;
import java.util.List;
import java.util.Optional;

/**
 * What some places of a layer contribute to every class: what the layer has there, times the
 * score's derivative. Of a dictionary's entries along what each stands for in the layer that it
 * reads; of a layer before its rectifiers where it fires.
 *
 * @param map what the layer computes on the picture
 * @param read what the layer computes that the rest of the network reads
 * @param entries what the layer's channels stand for there, where they are a dictionary's
 */
record PlaceAttribution(FeatureMap map, FeatureMap read, Optional<LayerDirections> entries) {

  /**
   * Runs the network up to a layer.
   *
   * @param layer canonical name
   */
  static PlaceAttribution of(final InceptionV1 network, final Picture picture, final String layer) {
    final Optional<LayerDirections> entries =
        LayerDirections.of(network.architecture(), layer, network.operations()::values);
    final String read =
        entries
            .map(LayerDirections::layer)
            .orElse(layer.replaceFirst(Architecture.PRE_RELU + "$", ""));
    final Activations found = network.run(picture, List.of(layer, read));
    return new PlaceAttribution(found.map(layer), found.map(read), entries);
  }

  /** What the layer has at a place, [channel]. */
  float[] vector(final int unit) {
    return vector(map, unit);
  }

  private static float[] vector(final FeatureMap of, final int unit) {
    final float[] values = new float[of.layer().channels()];
    for (int channel = 0; channel < values.length; channel++) {
      values[channel] = of.channel(channel)[unit];
    }
    return values;
  }

  /**
   * The contributions.
   *
   * @param units row-major
   * @return [place, class], in units of the scores
   */
  float[][] classes(final InceptionV1 network, final Picture picture, final List<Integer> units) {
    final List<Tangents.Direction> directions =
        units.stream().map(unit -> new Tangents.Direction(unit, direction(unit))).toList();
    return new Tangents(network).logits(picture, read, directions);
  }

  private float[] direction(final int unit) {
    return entries.map(all -> decoded(all, vector(unit))).orElseGet(() -> vector(read, unit));
  }

  private static float[] decoded(final LayerDirections entries, final float[] strengths) {
    final float[] sum = new float[entries.channels()];
    for (int entry = 0; entry < strengths.length; entry++) {
      for (int channel = 0; channel < sum.length && strengths[entry] != 0; channel++) {
        sum[channel] += strengths[entry] * entries.rows()[entry * sum.length + channel];
      }
    }
    return sum;
  }
}
