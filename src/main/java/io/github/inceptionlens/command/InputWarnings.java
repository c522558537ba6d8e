package io.github.inceptionlens.command;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.RadialSpectrum;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a scientist would say of an image before she believes what a network makes of it. */
final class InputWarnings {

  private static final double MOST_WHITE = 0.1;
  private static final int PERCENT = 100;

  /** Units that see less are about edges and textures, which structures of any size have. */
  private static final int FIELD_OF_PARTS = 64;

  private static final double FINE = 0.02;
  private static final double COARSE = 2;

  /** In smaller pictures coarse structures cannot be told from uneven light. */
  private static final int ROOMY = 1024;

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

  /**
   * Structures of another size than what a unit sees, by the period below which half of the
   * picture's variance lies.
   */
  static Optional<String> structures(final ImageInput input, final Layer layer) {
    final int field =
        Geometry.of(layer, input.networkWidth(), input.networkHeight()).x().receptiveField();
    if (field < FIELD_OF_PARTS) {
      return Optional.empty();
    }
    final double period = RadialSpectrum.of(input.views().get(0)).halfPeriod();
    final int shorter = Math.min(input.networkWidth(), input.networkHeight());
    if (period > 0 && period < FINE * field) {
      return Optional.of(
          structures(input, layer, "within", period, "smaller", field)
              + ", or noise: enlarge the image by scale, or take an earlier layer");
    }
    return period > COARSE * field && shorter >= ROOMY
        ? Optional.of(
            structures(input, layer, "over more than", period, "larger", field)
                + ": shrink the image by scale, or take a later layer")
        : Optional.empty();
  }

  private static String structures(
      final ImageInput input,
      final Layer layer,
      final String over,
      final double period,
      final String compared,
      final int field) {
    return String.format(
        Locale.ROOT,
        "\"%s\": half of what varies in the network's picture repeats %s %.0f pixels, structures far"
            + " %s than the %d pixels that a unit of %s sees",
        input.title(),
        over,
        period,
        compared,
        field,
        layer.name());
  }

  /** A picture without colors before a network that was trained on photographs in color. */
  static Optional<String> colorless(final ImageInput input, final InceptionV1 network) {
    return isOfPhotographs(network.architecture().name()) && isGray(input.views().get(0))
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "\"%s\": its red, green and blue are equal, but %s was trained on color photographs"
                    + " of things: its classes say what the image resembles, not what it shows",
                input.title(),
                network.architecture().name()))
        : Optional.empty();
  }

  /** Looks at all of a picture, some rows at a time, until there is a color. */
  private static boolean isGray(final PictureRows picture) {
    final int most = (int) Math.max(1, LARGEST / picture.width());
    boolean isGray = true;
    for (int top = 0; isGray && top < picture.height(); top += most) {
      final Picture rows = picture.rows(top, Math.min(most, picture.height() - top));
      isGray =
          Arrays.equals(rows.plane(0), rows.plane(1))
              && Arrays.equals(rows.plane(0), rows.plane(2));
    }
    return isGray;
  }

  private static boolean isOfPhotographs(final String network) {
    return !network.equals(Training.TEXTURES.name()) && Training.named(network).isPresent();
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
