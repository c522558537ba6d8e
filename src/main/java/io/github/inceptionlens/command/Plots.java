package io.github.inceptionlens.command;

import ij.gui.Plot;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.evaluation.Chart;
import io.github.inceptionlens.image.Results;
import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;

/** Draws charts as ImageJ's plots, in colours that the colour-blind tell apart. */
final class Plots {

  private static final List<Color> COLOURS =
      List.of(new Color(0x0072b2), new Color(0x999999), new Color(0xd55e00), new Color(0x009e73));
  private static final int LINE = 2;
  private static final int WIDTH = 560;
  private static final int WIDTH_PER_TICK = 72;
  private static final int HEIGHT = 320;
  private static final double MARGIN = 0.05;
  private static final double HALF = 0.5;
  private static final double LEFT = 0.01;
  private static final double BOTTOM = 0.98;

  private Plots() {}

  /**
   * A plot of a chart.
   *
   * @param image the short title of the image that it is about
   * @param provenance written among the plot's properties
   */
  static Plot of(final Chart chart, final String image, final Provenance provenance) {
    final Plot plot = new Plot(image + "-" + chart.title(), xAxis(chart), chart.y());
    plot.setFrameSize(Math.max(WIDTH, WIDTH_PER_TICK * chart.ticks().size()), HEIGHT);
    plot.setLineWidth(LINE);
    for (int i = 0; i < chart.series().size(); i++) {
      final Chart.Series series = chart.series().get(i);
      final Color colour = COLOURS.get(i % COLOURS.size());
      plot.setColor(colour, colour);
      plot.add(chart.ticks().isEmpty() ? "line" : "connected circle", series.x(), series.y());
    }
    plot.setColor(Color.BLACK);
    plot.setLineWidth(1);
    setLimits(plot, chart);
    if (!chart.ticks().isEmpty()) {
      plot.addLabel(LEFT, BOTTOM, chart.x());
    }
    plot.addLegend(
        chart.series().stream().map(Chart.Series::name).collect(Collectors.joining("\n")));
    Results.describe(plot.getImagePlus(), provenance);
    return plot;
  }

  /** All values, and zero, with some room. */
  private static void setLimits(final Plot plot, final Chart chart) {
    double low = 0;
    double high = 0;
    for (final Chart.Series series : chart.series()) {
      for (final double value : series.y()) {
        low = value < low ? value : low;
        high = value > high ? value : high;
      }
    }
    final double room = MARGIN * (high > low ? high - low : 1);
    final double last = chart.ticks().isEmpty() ? 1 : chart.ticks().size() - 1 + HALF;
    plot.setLimits(
        chart.ticks().isEmpty() ? 0 : -HALF, last, low < 0 ? low - room : 0, high + room);
  }

  /** ImageJ takes a list in braces as the names of the places 0, 1, 2 ... */
  private static String xAxis(final Chart chart) {
    return chart.ticks().isEmpty() ? chart.x() : "{" + String.join(",", chart.ticks()) + "}";
  }
}
