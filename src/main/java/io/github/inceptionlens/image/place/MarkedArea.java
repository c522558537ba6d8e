package io.github.inceptionlens.image.place;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.inceptionlens.core.UserError;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.Optional;

/**
 * A rectangle of an image, such as what a unit sees.
 *
 * @param pixels columns and rows from 0
 */
record MarkedArea(Rectangle pixels) implements PlaceMark {

  @Override
  public Optional<Roi> on(final ImagePlus image) {
    final Rectangle whole = new Rectangle(image.getWidth(), image.getHeight());
    if (!whole.contains(pixels)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the place, %d x %d pixels at (%d, %d), does not lie within \"%s\" of %d x %d pixels:"
                  + " the image is not the one that was looked at",
              pixels.width,
              pixels.height,
              pixels.x,
              pixels.y,
              image.getTitle(),
              whole.width,
              whole.height));
    }
    return Optional.of(new Roi(pixels));
  }

  @Override
  public PlaceMark and(final PlaceMark other) {
    return other;
  }
}
