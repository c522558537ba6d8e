package io.github.inceptionlens.command.browser.units;

import io.github.inceptionlens.core.geometry.Layer;
import java.util.List;

/**
 * A layer whose units are browsed: what does not depend on an image.
 *
 * @param labels a text per unit, may be empty texts
 * @param orders the ways in which its units may stand
 */
public record BrowsedLayer(Layer layer, List<String> labels, List<UnitOrder> orders) {

  /** Copies the lists. */
  public BrowsedLayer {
    labels = List.copyOf(labels);
    orders = List.copyOf(orders);
  }

  /** Whether some unit has a text. */
  public boolean hasLabels() {
    return labels.stream().anyMatch(label -> !label.isEmpty());
  }
}
