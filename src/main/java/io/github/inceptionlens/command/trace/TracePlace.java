package io.github.inceptionlens.command.trace;

import io.github.inceptionlens.circuit.trace.NodeMap;
import io.github.inceptionlens.core.LargestIndex;

/**
 * A place of the network's picture, in pixels.
 *
 * @param x column, 0 the first pixel's center
 * @param y row, 0 the first pixel's center
 */
record TracePlace(double x, double y) {

  /** Where a node adds most to the answer, or takes most from it. */
  static TracePlace strongest(final NodeMap map) {
    final float[] sizes = map.values().clone();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(sizes[i]);
    }
    final int most = LargestIndex.of(sizes);
    final int columns = map.geometry().x().size();
    return new TracePlace(
        map.geometry().x().center(most % columns), map.geometry().y().center(most / columns));
  }
}
