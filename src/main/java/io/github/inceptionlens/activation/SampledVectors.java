package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Reservoir;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.LayerReading;
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
   * @throws io.github.inceptionlens.core.UserError when it is too small for the layer or too wide
   *     for the memory
   */
  public void look(final View view) {
    final LayerReading reading = network.read(view, layer.name());
    final SelectedUnits.ByRow selected = new SelectedUnits(reading.geometry(), view).byRow();
    reading.rows((rows, first) -> look(rows, first, selected), Progress.NONE);
    pictures++;
  }

  private void look(final MapStack rows, final int first, final SelectedUnits.ByRow selected) {
    for (final int unit : selected.indices(first, first + rows.height())) {
      final int place = draw.place();
      if (place == kept.size() && place < most) {
        kept.add(vector(rows, unit - first * rows.width()));
      } else if (place < most) {
        kept.set(place, vector(rows, unit - first * rows.width()));
      }
    }
  }

  private float[] vector(final MapStack rows, final int index) {
    final float[] vector = new float[layer.channels()];
    for (int channel = 0; channel < vector.length; channel++) {
      vector[channel] = rows.plane(channel)[index];
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
