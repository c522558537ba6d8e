package io.github.inceptionlens.command.atlas;

import ij.gui.Plot;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * The points of an embedding, on one scale in both directions, with room for a legend beside them.
 *
 * @param title of the plot
 * @param points [n, 2]
 * @param groups those on top last
 * @param words stand above the frame
 */
record EmbeddingPlot(String title, float[] points, List<PointGroup> groups, String words) {

  static final String ACROSS = "Embedding 1";
  static final String UP = "Embedding 2";

  private static final int SIDE = 600;
  private static final double ROOM = 0.04;

  /** A legend of more names has no room. */
  private static final int MOST_NAMES = 30;

  private static final double LEGEND = 0.32;
  private static final int FEW = 3000;

  /** Draws it. */
  Plot plot(final Provenance provenance) {
    final boolean named = groups.size() <= MOST_NAMES;
    final double wider = named ? 1 + LEGEND : 1;
    final Plot plot = new Plot(title, ACROSS, UP);
    plot.setFrameSize((int) (wider * SIDE), SIDE);
    setLimits(plot, wider);
    for (final PointGroup group : groups) {
      plot.setColor(group.color(), group.color());
      plot.add(points.length / 2 < FEW ? "circle" : "dot", column(group, 0), column(group, 1));
    }
    plot.setColor(Color.BLACK);
    plot.setLineWidth(1);
    plot.addLabel(0, 0, words);
    if (named) {
      plot.addLegend(
          String.join("\n", groups.stream().map(PointGroup::name).toList()), "top-right");
    }
    ResultImages.describe(plot.getImagePlus(), provenance);
    return plot;
  }

  private double[] column(final PointGroup group, final int axis) {
    return Arrays.stream(group.points()).mapToDouble(i -> points[2 * i + axis]).toArray();
  }

  private void setLimits(final Plot plot, final double wider) {
    final double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    final double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < points.length; i++) {
      low[i % 2] = Math.min(low[i % 2], points[i]);
      high[i % 2] = Math.max(high[i % 2], points[i]);
    }
    final double widest = Math.max(high[0] - low[0], high[1] - low[1]);
    final double span = (1 + 2 * ROOM) * (widest > 0 ? widest : 1);
    final double left = (low[0] + high[0] - span) / 2;
    final double bottom = (low[1] + high[1] - span) / 2;
    plot.setLimits(left, left + wider * span, bottom, bottom + span);
  }
}
