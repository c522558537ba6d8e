package io.github.inceptionlens.command.superposition;

import ij.ImagePlus;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.superposition.ToyModel;
import java.util.List;
import java.util.Locale;

/** All models of a sweep side by side. */
final class ToyFigure {

  private static final int COLUMNS = 5;
  private static final int LINES = 4;

  private ToyFigure() {}

  /** A panel per model, RGB. */
  static ImagePlus of(final List<ToyModel> models, final Provenance made) {
    final float largest = ToyWeights.largest(models);
    final Montage montage = new Montage(ToyPanel.WIDTH, ToyPanel.HEIGHT, 0, LINES);
    for (final ToyModel model : models) {
      montage.add(
          new ToyPanel(model, largest).picture(),
          ToyWeights.label(model),
          String.format(
              Locale.ROOT, "%.2f dim. per feature", model.geometry().dimensionsPerFeature()),
          String.format(Locale.ROOT, "loss %.3g", model.loss()),
          String.format(Locale.ROOT, "red up to %.2f; right: bias", largest));
    }
    final ImagePlus image =
        montage.image(
            ResultImages.unique("Toy models"), Math.min(COLUMNS, Math.max(1, models.size())));
    ResultImages.describe(image, made);
    return image;
  }
}
