package io.github.inceptionlens.command.atlas;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Locale;

/**
 * The value of a unit on vectors of a layer: of the layer itself, or of a dictionary that reads it.
 *
 * @param layer that the vectors are of
 */
record VectorUnits(InceptionV1 network, Layer layer) {

  /** Of the picture as which vectors are shown to the rest of the network. */
  private static final int SIDE = 512;

  /**
   * The values.
   *
   * @param vectors [n, channel]
   * @return [n], in units of the activation
   * @throws UserError when the unit is none of the layer, nor of a dictionary that reads it
   */
  float[] of(final Unit unit, final float[] vectors) {
    final Layer own = network.architecture().layer(unit.layer());
    own.unit(unit.channel());
    final float[] values = new float[vectors.length / layer.channels()];
    if (own.name().equals(layer.name())) {
      for (int i = 0; i < values.length; i++) {
        values[i] = vectors[i * layer.channels() + unit.channel()];
      }
    } else {
      requireReads(own, unit);
      fill(own, unit.channel(), vectors, values);
    }
    return values;
  }

  private void requireReads(final Layer own, final Unit unit) {
    if (!network.architecture().isGrafted(own.name())
        || network.architecture().isGrafted(layer.name())
        || !network.architecture().trunk(own.name()).name().equals(layer.name())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "color is %s, but the vectors are of %s: choose a unit of %s, an entry of a dictionary"
                  + " that reads it, or layer=%s",
              unit,
              layer,
              layer,
              own));
    }
  }

  /** Has the network go on from the vectors, as if they lay beside each other in a picture. */
  private void fill(
      final Layer own, final int channel, final float[] vectors, final float[] values) {
    final FeatureMap map = FeatureMap.empty(layer, SIDE, SIDE);
    final int size = map.channel(0).length;
    for (int from = 0; from < values.length; from += size) {
      final int count = Math.min(size, values.length - from);
      for (int c = 0; c < layer.channels(); c++) {
        final float[] plane = map.channel(c);
        for (int i = 0; i < count; i++) {
          plane[i] = vectors[(from + i) * layer.channels() + c];
        }
      }
      final float[] found =
          network.runOn(map, List.of(own.name())).map(own.name()).channel(channel);
      System.arraycopy(found, 0, values, from, count);
    }
  }
}
