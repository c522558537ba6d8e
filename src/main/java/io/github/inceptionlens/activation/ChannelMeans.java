package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.Geometry;
import io.github.inceptionlens.core.View;
import io.github.inceptionlens.network.FeatureMap;

/** The mean activation of each channel over the selected part of a view. */
final class ChannelMeans {

  private ChannelMeans() {}

  /**
   * The means over the units whose receptive field's centre lies in the selection; over all units
   * when no centre does.
   */
  static double[] of(final FeatureMap map, final View view) {
    final boolean[] selected = selected(map.geometry(), view);
    final double[] means = new double[map.layer().channels()];
    for (int channel = 0; channel < means.length; channel++) {
      means[channel] = mean(map.channel(channel), selected);
    }
    return means;
  }

  private static boolean[] selected(final Geometry geometry, final View view) {
    final int width = geometry.x().size();
    final boolean[] selected = new boolean[width * geometry.y().size()];
    boolean any = false;
    for (int i = 0; i < selected.length; i++) {
      final double x = view.placement().regionX(geometry.x().center(i % width));
      final double y = view.placement().regionY(geometry.y().center(i / width));
      selected[i] = view.contains((int) Math.round(x), (int) Math.round(y));
      any |= selected[i];
    }
    return any ? selected : null;
  }

  private static double mean(final float[] values, final boolean[] selected) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (selected == null || selected[i]) {
        sum += values[i];
        count++;
      }
    }
    return sum / count;
  }
}
