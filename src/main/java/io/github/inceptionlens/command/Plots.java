package io.github.inceptionlens.command;

import ij.gui.Plot;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.evaluation.Chart;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;

/** Draws charts as ImageJ's plots, in colors that the color-blind tell apart. */
public final class Plots {

  private static final List<Color> COLORS =
      List.of(
          new Color(0x0072b2),
          new Color(0x999999),
          new Color(0xd55e00),
          new Color(0x009e73),
          new Color(0xcc79a7),
          new Color(0x56b4e9));
  private static final int LINE = 2;
  private static final int WIDER = 5;
  private static final int WIDEST = 10;
  private static final int WIDTH = 560;
  private static final int WIDTH_PER_TICK = 66;
  private static final int HEIGHT = 320;
  private static final double ROOM_ABOVE = 0.05;
  private static final double ROOM_FOR_LEGEND = 0.25;
  private static final double ROOM_PER_NAME = 0.1;
  private static final int USUAL_NAMES = 3;
  private static final double HALF = 0.5;
  private static final double TICKS_BELOW = 1.06;
  private static final double TITLE_BELOW = 1.12;
  private static final String NO_NUMBERS = "{,}";

  private Plots() {}

  /**
   * A plot of a chart.
   *
   * @param image the short title of the image that it is about
   * @param provenance written among the plot's properties
   */
  public static Plot of(final Chart chart, final String image, final Provenance provenance) {
    final boolean ticked = !chart.ticks().isEmpty();
    final Plot plot =
        new Plot(image + "-" + chart.title(), ticked ? NO_NUMBERS : chart.x(), chart.y());
    plot.setFrameSize(Math.max(WIDTH, WIDTH_PER_TICK * chart.ticks().size()), HEIGHT);
    addCurves(plot, chart);
    plot.setColor(Color.BLACK);
    plot.setLineWidth(1);
    setLimits(plot, chart);
    if (ticked) {
      addTicks(plot, chart);
    }
    plot.addLegend(
        chart.series().stream().map(Chart.Series::name).collect(Collectors.joining("\n")));
    ResultImages.describe(plot.getImagePlus(), provenance);
    return plot;
  }

  /** The color of the curve at an index. */
  public static Color color(final int index) {
    return COLORS.get(index % COLORS.size());
  }

  /**
   * What a legend calls units: where all are of one layer, which tables name, the number is enough.
   */
  public static List<String> names(final List<Unit> units, final EntryLabels labels) {
    final boolean same = units.stream().map(Unit::layer).distinct().count() == 1;
    return units.stream()
        .map(unit -> same ? number(unit, labels) : labels.described(unit))
        .toList();
  }

  private static String number(final Unit unit, final EntryLabels labels) {
    return "unit " + labels.described(unit).substring(unit.layer().length() + 1);
  }

  private static void addCurves(final Plot plot, final Chart chart) {
    for (int i = 0; i < chart.series().size(); i++) {
      final Chart.Series series = chart.series().get(i);
      final Color color = color(i);
      plot.setColor(color, color);
      plot.setLineWidth(width(chart, i));
      plot.add(chart.ticks().isEmpty() ? "line" : "connected circle", series.x(), series.y());
    }
  }

  /** Where curves may lie on each other, the later ones are thinner: none hides another. */
  private static int width(final Chart chart, final int series) {
    final int thinner = chart.series().size() - 1;
    final int step = Math.min(WIDER, WIDEST / Math.max(1, thinner));
    return chart.ticks().isEmpty() ? LINE : LINE + step * (thinner - series);
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
    final double bottom = low < 0 ? low - ROOM_ABOVE * span : 0;
    if (chart.ticks().isEmpty()) {
      plot.setLimits(0, 1, bottom, high + ROOM_ABOVE * span);
    } else {
      plot.setLimits(-HALF, chart.ticks().size() - HALF, bottom, high + legend(chart) * span);
    }
  }

  private static double legend(final Chart chart) {
    final int more = Math.max(0, chart.series().size() - USUAL_NAMES);
    return ROOM_FOR_LEGEND + ROOM_PER_NAME * more;
  }

  /** Names every place below the frame; ImageJ itself names at most twelve. */
  private static void addTicks(final Plot plot, final Chart chart) {
    final List<String> ticks = chart.ticks();
    plot.setJustification(Plot.CENTER);
    for (int i = 0; i < ticks.size(); i++) {
      plot.addLabel((i + HALF) / ticks.size(), TICKS_BELOW, ticks.get(i));
    }
    plot.addLabel(HALF, TITLE_BELOW, chart.x());
    plot.setJustification(Plot.LEFT);
  }
}
