package io.github.inceptionlens.command.superposition;

import ij.gui.Plot;
import io.github.inceptionlens.command.Plots;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.evaluation.Chart;
import io.github.inceptionlens.superposition.FeatureGeometry;
import java.util.List;

/** How many directions have which dimensionality. */
final class GeometryPlot {

  private static final int BINS = 50;

  private GeometryPlot() {}

  /** A curve for the dictionary, and one for random directions. */
  static Plot of(final GeometryResult result, final Provenance made) {
    final String name = result.dictionary().name();
    final Chart chart =
        new Chart(
            "dimensionality",
            "Feature dimensionality (geometry, no proof)",
            "Part of the entries",
            List.of(),
            List.of(series(name, result.geometry()), series("random directions", result.random())));
    return Plots.of(chart, name, made);
  }

  private static Chart.Series series(final String name, final FeatureGeometry geometry) {
    final double[] x = new double[2 * BINS];
    final double[] y = new double[2 * BINS];
    for (int i = 0; i < x.length; i++) {
      x[i] = (double) ((i + 1) / 2) / BINS;
    }
    for (final double one : geometry.dimensionalities()) {
      final int bin = Math.min(BINS - 1, (int) (one * BINS));
      y[2 * bin] += 1.0 / geometry.norms().length;
      y[2 * bin + 1] = y[2 * bin];
    }
    return new Chart.Series(name, x, y);
  }
}
