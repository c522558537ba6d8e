package io.github.inceptionlens.command.inspector;

import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.InputRequest;

/**
 * What the Inspector looks at.
 *
 * @param network as commands name it
 * @param layer canonical name, alias, or a dictionary's
 * @param count how many channels are shown, at least 1
 * @param scale picture pixels per image pixel
 */
record InspectorSettings(String network, String layer, int count, double scale) {

  /** The most channels that a panel shows. */
  static final int MOST = 24;

  /** The defaults of {@code Inspect Point...}. */
  static final InspectorSettings USUAL = new InspectorSettings("", "mixed4c", 6, 1);

  InspectorSettings {
    count = Math.max(1, Math.min(MOST, count));
    new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, false);
  }

  /** The same with another layer. */
  InspectorSettings layer(final String other) {
    return new InspectorSettings(network, other, count, scale);
  }

  /** Whether other settings show units of the same layer. */
  boolean isOfSameLayer(final InspectorSettings other) {
    return network.equals(other.network) && layer.equals(other.layer);
  }

  /** What of an image is seen. */
  InputRequest request() {
    return new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, false);
  }
}
