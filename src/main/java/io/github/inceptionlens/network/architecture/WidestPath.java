package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The windows between the image and a row, along the path with the largest receptive field. */
final class WidestPath {

  private WidestPath() {}

  /**
   * The windows up to a row.
   *
   * @param layers those of the rows before, by name
   * @return empty for a row without positions
   */
  static Optional<List<SlidingWindow>> to(final Node node, final Map<String, Layer> layers) {
    if (node.op().endsPositions()) {
      return Optional.empty();
    }
    List<SlidingWindow> widest = List.of();
    for (final String input : node.inputs()) {
      if (!input.equals(Architecture.INPUT)) {
        final List<SlidingWindow> path = layers.get(input).windows();
        widest = field(path) > field(widest) ? path : widest;
      }
    }
    final List<SlidingWindow> windows = new ArrayList<>(widest);
    node.op().slidingWindow().ifPresent(windows::add);
    return Optional.of(windows);
  }

  private static int field(final List<SlidingWindow> windows) {
    int field = 1;
    int stride = 1;
    for (final SlidingWindow window : windows) {
      field += (window.kernel() - 1) * stride;
      stride *= window.stride();
    }
    return field;
  }
}
