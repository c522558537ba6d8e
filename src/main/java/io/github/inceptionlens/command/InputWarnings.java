package io.github.inceptionlens.command;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.input.ImageInput;
import java.util.Locale;
import java.util.Optional;

/** What a scientist would say of an image before she believes what a network makes of it. */
final class InputWarnings {

  private static final double MOST_WHITE = 0.1;
  private static final int PERCENT = 100;
  private static final long LARGEST = 1 << 22;

  private InputWarnings() {}

  /**
   * An image that is smaller than half of what a unit sees: what drives a unit lies mostly in the
   * middle of its receptive field (Luo et al. 2016, arXiv:1701.04128), so that a picture of its
   * size still has places.
   */
  static Optional<String> small(final ImageInput input, final Layer layer) {
    final int field =
        Geometry.of(layer, input.networkWidth(), input.networkHeight()).x().receptiveField();
    final int longer = Math.max(input.networkWidth(), input.networkHeight());
    return 2 * longer < field
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "\"%s\": a unit of %s sees %d pixels, far more than the network's picture has (%d x %d):"
                    + " its values tell little of single places, an earlier layer more",
                input.title(),
                layer.name(),
                field,
                input.networkWidth(),
                input.networkHeight()))
        : Optional.empty();
  }

  /** A display range that cuts off the bright end; large pictures are not looked at. */
  static Optional<String> saturated(final ImageInput input) {
    if ((long) input.networkWidth() * input.networkHeight() > LARGEST) {
      return Optional.empty();
    }
    final Picture picture = input.frames().get(0).picture();
    int white = 0;
    for (int i = 0; i < picture.plane(0).length; i++) {
      white += isWhite(picture, i) ? 1 : 0;
    }
    final double part = (double) white / picture.plane(0).length;
    return part > MOST_WHITE && part < 1
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "\"%s\": %.0f %% of the pixels are plain white for the network (range %s): what"
                    + " differs among them is lost, so check Image > Adjust > Brightness/Contrast",
                input.title(),
                PERCENT * part,
                input.range()))
        : Optional.empty();
  }

  private static boolean isWhite(final Picture picture, final int index) {
    return picture.plane(0)[index] >= Picture.WHITE
        && picture.plane(1)[index] >= Picture.WHITE
        && picture.plane(2)[index] >= Picture.WHITE;
  }
}
