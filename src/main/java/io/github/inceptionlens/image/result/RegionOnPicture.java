package io.github.inceptionlens.image.result;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Selection;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.Region;
import java.awt.Rectangle;
import java.util.Locale;

/** Carries sets of the image's pixels over to the network's picture. */
public final class RegionOnPicture {

  private final ImageInput input;
  private final Rectangle origin;

  /** For pictures of an input. */
  public RegionOnPicture(final ImageInput input) {
    this.input = input;
    this.origin = input.region();
  }

  private interface PixelSet {
    /** By column and row of the image. */
    boolean contains(int x, int y);
  }

  /**
   * What the user's selection holds.
   *
   * @throws UserError when it holds no area of the image
   */
  public Selection ofSelection(final ImagePlus image) {
    final Region selected = Region.of(image);
    final Rectangle bounds = selected.bounds();
    return of((x, y) -> selected.contains(x - bounds.x, y - bounds.y));
  }

  /**
   * What a mask holds: the pixels of its current slice that are not zero.
   *
   * @throws UserError when it is of another size than the image
   */
  public Selection ofMask(final ImagePlus mask) {
    final Rectangle whole = input.image();
    if (mask.getWidth() != whole.width || mask.getHeight() != whole.height) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "mask \"%s\" has %d x %d pixels, but \"%s\" has %d x %d: give a mask of the image's"
                  + " size",
              mask.getTitle(),
              mask.getWidth(),
              mask.getHeight(),
              input.title(),
              whole.width,
              whole.height));
    }
    final ImageProcessor pixels = mask.getProcessor();
    return pixels instanceof ColorProcessor colors
        ? of((x, y) -> (colors.get(x, y) & 0xffffff) != 0)
        : of((x, y) -> Math.abs(pixels.getf(x, y)) > 0);
  }

  private Selection of(final PixelSet set) {
    final Placement placement = input.placement();
    return (x, y) -> {
      final int column = (int) Math.rint(placement.regionX(x));
      final int row = (int) Math.rint(placement.regionY(y));
      return column >= 0
          && row >= 0
          && column < origin.width
          && row < origin.height
          && set.contains(origin.x + column, origin.y + row);
    };
  }
}
