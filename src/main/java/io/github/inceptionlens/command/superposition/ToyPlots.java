package io.github.inceptionlens.command.superposition;

import ij.gui.Plot;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.superposition.ToyModel;
import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How features share dimensions, over the sparsity. */
final class ToyPlots {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 340;
  private static final int FEW = 6;
  private static final double LEFT = 0.9;
  private static final double RIGHT = 2.2;
  private static final double TOP = 1.1;
  private static final double BESIDE = 0.98;
  private static final double LOWEST = 0.39;
  private static final double ABOVE = -0.008;
  private static final double BELOW = -0.075;
  private static final String ACROSS = "1 / (1 - sparsity)";

  private static final List<Arrangement> ARRANGEMENTS =
      List.of(
          new Arrangement("own dimension 1", 1, 1),
          new Arrangement("tetrahedron 3/4", 3, 3.0 / 4),
          new Arrangement("triangle 2/3", 2, 2.0 / 3),
          new Arrangement("antipodal 1/2", 1, 1.0 / 2),
          new Arrangement("pentagon 2/5", 2, 2.0 / 5),
          new Arrangement("antiprism 3/8", 3, 3.0 / 8));

  private ToyPlots() {}

  /** Directions that lie regularly in at least so many dimensions. */
  private record Arrangement(String name, int dimensions, double dimensionality) {}

  /** The dimensionality of every feature, a dot each, with those of known arrangements as lines. */
  static Plot dimensionality(final List<ToyModel> models, final Provenance made) {
    final Plot plot = plot("Toy dimensionality", "Feature dimensionality");
    final double right = right(models);
    plot.setLimits(LEFT, right, 0, TOP);
    addArrangements(plot, models.get(0).hidden(), right);
    final int features = models.get(0).problem().features();
    for (int feature = 0; feature < features; feature++) {
      final int one = feature;
      final Color color = features <= FEW ? ToyColors.feature(feature) : ToyColors.ALONE;
      plot.setColor(color, color);
      plot.setLineWidth(1);
      plot.add(
          features <= FEW ? "connected circle" : "circle",
          across(models),
          models.stream().mapToDouble(model -> model.geometry().dimensionality(one)).toArray());
    }
    if (features <= FEW) {
      addLegend(plot, features);
    }
    ResultImages.describe(plot.getImagePlus(), made);
    return plot;
  }

  private static void addLegend(final Plot plot, final int features) {
    plot.setColor(Color.BLACK);
    plot.addLegend(
        IntStream.range(0, features)
            .mapToObj(feature -> "feature " + feature)
            .collect(Collectors.joining("\n")),
        "bottom-right");
  }

  private static void addArrangements(final Plot plot, final int hidden, final double right) {
    plot.setLineWidth(1);
    plot.setJustification(Plot.RIGHT);
    for (final Arrangement one : ARRANGEMENTS) {
      final double at = one.dimensionality();
      if (one.dimensions() <= hidden) {
        plot.setColor(Color.LIGHT_GRAY);
        plot.drawLine(LEFT, at, right, at);
        plot.setColor(Color.DARK_GRAY);
        plot.addText(one.name(), right * BESIDE, at + (at < LOWEST ? BELOW : ABOVE));
      }
    }
    plot.setJustification(Plot.LEFT);
  }

  /** Dimensions per feature m / ‖W‖² of every model. */
  static Plot perFeature(final List<ToyModel> models, final Provenance made) {
    final Plot plot = plot("Toy dimensions per feature", "Dimensions per feature, m / |W|^2");
    final double[] values =
        models.stream().mapToDouble(model -> model.geometry().dimensionsPerFeature()).toArray();
    double most = 1;
    for (final double value : values) {
      most = Math.max(most, value);
    }
    plot.setLimits(LEFT, right(models), 0, TOP * most);
    plot.setColor(ToyColors.ALONE, ToyColors.ALONE);
    plot.setLineWidth(2);
    plot.add("connected circle", across(models), values);
    ResultImages.describe(plot.getImagePlus(), made);
    return plot;
  }

  private static Plot plot(final String title, final String up) {
    final Plot plot = new Plot(ResultImages.unique(title), ACROSS, up);
    plot.setFrameSize(WIDTH, HEIGHT);
    plot.setAxisXLog(true);
    return plot;
  }

  private static double right(final List<ToyModel> models) {
    double right = 1;
    for (final double value : across(models)) {
      right = Math.max(right, value);
    }
    return RIGHT * right;
  }

  private static double[] across(final List<ToyModel> models) {
    return models.stream().mapToDouble(model -> 1 / model.problem().density()).toArray();
  }
}
