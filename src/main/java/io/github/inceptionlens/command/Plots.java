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
  private static final int WIDTH_PER_TICK = 66;
  private static final int HEIGHT = 320;
  private static final double ROOM_ABOVE = 0.05;
  private static final double ROOM_FOR_TICKS = 0.12;
  private static final double HALF = 0.5;
  private static final double BOTTOM = 0.97;

  private Plots() {}

  /**
   * A plot of a chart.
   *
   * @param image the short title of the image that it is about
   * @param provenance written among the plot's properties
   */
  static Plot of(final Chart chart, final String image, final Provenance provenance) {
    final Plot plot = new Plot(image + "-" + chart.title(), chart.x(), chart.y());
    plot.setFrameSize(Math.max(WIDTH, WIDTH_PER_TICK * chart.ticks().size()), HEIGHT);
    addCurves(plot, chart);
    plot.setColor(Color.BLACK);
    plot.setLineWidth(1);
    setLimits(plot, chart);
    addTicks(plot, chart.ticks());
    plot.addLegend(
        chart.series().stream().map(Chart.Series::name).collect(Collectors.joining("\n")));
    Results.describe(plot.getImagePlus(), provenance);
    return plot;
  }

  private static void addCurves(final Plot plot, final Chart chart) {
    plot.setLineWidth(LINE);
    for (int i = 0; i < chart.series().size(); i++) {
      final Chart.Series series = chart.series().get(i);
      final Color colour = COLOURS.get(i % COLOURS.size());
      plot.setColor(colour, colour);
      plot.add(chart.ticks().isEmpty() ? "line" : "connected circle", series.x(), series.y());
    }
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
    final double span = high > low ? high - low : 1;
    final double top = high + ROOM_ABOVE * span;
    if (chart.ticks().isEmpty()) {
      plot.setLimits(0, 1, low < 0 ? low - ROOM_ABOVE * span : 0, top);
    } else {
      plot.setLimits(-HALF, chart.ticks().size() - HALF, low - ROOM_FOR_TICKS * span, top);
    }
  }

  /** Names every place within the frame; ImageJ itself names at most twelve. */
  private static void addTicks(final Plot plot, final List<String> ticks) {
    if (ticks.isEmpty()) {
      return;
    }
    plot.setFormatFlags(Plot.Y_NUMBERS | Plot.Y_TICKS | Plot.Y_GRID);
    plot.setJustification(Plot.CENTER);
    for (int i = 0; i < ticks.size(); i++) {
      plot.addLabel((i + HALF) / ticks.size(), BOTTOM, ticks.get(i));
    }
    plot.setJustification(Plot.LEFT);
  }
}
