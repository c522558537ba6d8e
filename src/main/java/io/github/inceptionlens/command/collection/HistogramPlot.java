package io.github.inceptionlens.command.collection;

import ij.gui.Plot;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import io.github.inceptionlens.command.Plots;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.awt.Color;
import java.util.Comparator;
import java.util.List;

/**
 * How often the strongest of some units have values of each size: the logarithm of the part of all
 * places, in a hundred bins; a straight fall is an exponential tail.
 */
final class HistogramPlot {

  private static final int MOST = 4;
  private static final int BINS = 100;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 320;

  private HistogramPlot() {}

  static Plot of(
      final List<UnitStatistics> units, final EntryLabels labels, final Provenance provenance) {
    final List<UnitStatistics> shown =
        units.stream()
            .sorted(Comparator.comparingDouble(UnitStatistics::mean).reversed())
            .limit(MOST)
            .toList();
    final double low = shown.stream().mapToDouble(UnitStatistics::least).min().orElse(0);
    final double high = shown.stream().mapToDouble(UnitStatistics::largest).max().orElse(1);
    final Plot plot = new Plot("Histogram", "Activation", "log10 of the part of all places");
    plot.setFrameSize(WIDTH, HEIGHT);
    for (int i = 0; i < shown.size(); i++) {
      final Color color = Plots.color(i);
      plot.setColor(color, color);
      plot.setLineWidth(2);
      addCurve(plot, shown.get(i), low, Math.max(high, low + Math.ulp((float) low)));
    }
    plot.setColor(Color.BLACK);
    plot.setLineWidth(1);
    plot.addLegend(
        String.join("\n", Plots.names(shown.stream().map(UnitStatistics::unit).toList(), labels)));
    ResultImages.describe(plot.getImagePlus(), provenance);
    return plot;
  }

  private static void addCurve(
      final Plot plot, final UnitStatistics unit, final double low, final double high) {
    final double width = (high - low) / BINS;
    final double[] counts = new double[BINS];
    unit.histogram()
        .forEach(
            (value, count) ->
                counts[(int) Math.max(0, Math.min(BINS - 1, (value - low) / width))] += count);
    final double[] x = new double[BINS];
    final double[] y = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      x[i] = low + (i + 0.5) * width;
      y[i] = counts[i] > 0 ? Math.log10(counts[i] / unit.positions()) : Double.NaN;
    }
    plot.add("line", x, y);
  }
}
