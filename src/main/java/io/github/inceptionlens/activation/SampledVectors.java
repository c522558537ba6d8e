package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Reservoir;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.List;

/**
 * What a layer gives at the positions of a series of pictures: all of them, or so many by chance,
 * each with the same probability (Vitter 1985, algorithm R). Positions lie where the picture is
 * selected; pictures are looked at one after the other and not kept.
 */
public final class SampledVectors {

  private final InceptionV1 network;
  private final Layer layer;
  private final int most;
  private final Reservoir draw;
  private final List<float[]> kept = new ArrayList<>();
  private int pictures;

  /**
   * @param layer with positions
   * @param most how many vectors are kept
   * @param seed what decides which of more are kept
   */
  public SampledVectors(
      final InceptionV1 network, final Layer layer, final int most, final long seed) {
    this.network = network;
    this.layer = layer;
    this.most = most;
    draw = new Reservoir(most, seed);
  }

  /**
   * Looks at the next picture.
   *
   * @throws io.github.inceptionlens.core.UserError when it is too small for the layer or too large
   *     for Java's memory
   */
  public void look(final View view) {
    final FeatureMap map =
        network.run(view, List.of(layer.name()), Progress.NONE).map(layer.name());
    for (final int unit : new SelectedUnits(map.geometry(), view).indices()) {
      final int place = draw.place();
      if (place == kept.size() && place < most) {
        kept.add(vector(map, unit));
      } else if (place < most) {
        kept.set(place, vector(map, unit));
      }
    }
    pictures++;
  }

  private float[] vector(final FeatureMap map, final int unit) {
    final float[] vector = new float[layer.channels()];
    for (int channel = 0; channel < vector.length; channel++) {
      vector[channel] = map.channel(channel)[unit];
    }
    return vector;
  }

  /** The vectors that are kept, [position, channel], row-major, in units of the activation. */
  public float[] values() {
    final float[] values = new float[Math.multiplyExact(kept.size(), layer.channels())];
    for (int i = 0; i < kept.size(); i++) {
      System.arraycopy(kept.get(i), 0, values, i * layer.channels(), layer.channels());
    }
    return values;
  }

  /** How many positions were looked at. */
  public long positions() {
    return draw.offered();
  }

  /** How many pictures were looked at. */
  public int pictures() {
    return pictures;
  }
}
