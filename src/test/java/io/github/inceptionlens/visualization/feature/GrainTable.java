package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.image.input.RadialSpectrum;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * A program that prints how much fine grain visualizations have by Lucid's recipe and under the
 * Gaussian that dialogs propose, and what the objective reaches. Arguments: networks, by name.
 */
public final class GrainTable {

  private static final List<String> LAYERS =
      List.of(
          "mixed3a", "mixed3b", "mixed4a", "mixed4b", "mixed4c", "mixed4d", "mixed4e", "mixed5a");
  private static final double HALF_NYQUIST = 0.25;

  /**
   * Of one visualization.
   *
   * @param grain the part of the variance at frequencies above half of Nyquist's, over all colors
   * @param value what the objective reached on the picture as it is
   */
  record Grain(double grain, double value) {}

  private GrainTable() {}

  /** Prints a line per network. */
  public static void main(final String... networks) {
    for (final String network : new LinkedHashSet<>(List.of(networks))) {
      try (InceptionLens lens = InceptionLens.open(network)) {
        double lucid = 0;
        double smoothed = 0;
        double kept = 0;
        for (final String layer : LAYERS) {
          final String unit =
              layer + ":" + lens.network().architecture().layer(layer).channels() / 3;
          final Grain one = of(lens, unit, VisualizationRequest.STANDARD, 0);
          final Grain other =
              of(lens, unit, VisualizationRequest.STANDARD, Parameterization.LITTLE_GRAIN);
          lucid += one.grain / LAYERS.size();
          smoothed += other.grain / LAYERS.size();
          kept += other.value / one.value / LAYERS.size();
        }
        System.out.printf(
            Locale.ROOT,
            "%s: variance above half of Nyquist's frequency %.3f (smooth=0), %.3f (smooth=%s),"
                + " objective kept %.2f%n",
            lens.network().architecture().name(),
            lucid,
            smoothed,
            Parameterization.LITTLE_GRAIN,
            kept);
      }
    }
  }

  static Grain of(
      final InceptionLens lens,
      final String unit,
      final VisualizationRequest request,
      final double smoothing) {
    final Visualization.Frame last =
        lens.visualize(
                unit, request.parameterization(request.parameterization().smoothed(smoothing)))
            .results()
            .get(0);
    return new Grain(RadialSpectrum.of(last.picture()).above(HALF_NYQUIST), last.value());
  }
}
