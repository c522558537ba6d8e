package io.github.inceptionlens.image.input;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.UserError;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.Optional;

/** The analyzed rectangle of an image, and which of its pixels the user's selection holds. */
public final class Region {

  private final Rectangle bounds;
  private final Rectangle selected;
  private final ImageProcessor mask;

  private Region(final Rectangle bounds, final Rectangle selected, final ImageProcessor mask) {
    this.bounds = bounds;
    this.selected = selected;
    this.mask = mask;
  }

  /**
   * The bounds of the image's selection within the image, or all of the image.
   *
   * @throws UserError when the selection holds no pixel of the image
   */
  public static Region of(final ImagePlus image) {
    final Roi roi = image.getRoi();
    if (roi == null) {
      return whole(image);
    }
    final Rectangle whole = new Rectangle(image.getWidth(), image.getHeight());
    final Rectangle selected = roi.getBounds();
    final Rectangle bounds = selected.intersection(whole);
    if (!roi.isArea() || bounds.isEmpty()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the selection on \"%s\" (%s) holds no area of the image: select an area, or nothing"
                  + " to analyze all of it (Edit > Selection > Select None)",
              image.getTitle(),
              roi.getTypeAsString()));
    }
    return new Region(bounds, selected, ((Roi) roi.clone()).getMask());
  }

  /**
   * All of the image, of which the user's selection holds a part: an area, or the pixels of points
   * or of a line.
   *
   * @throws UserError when the selection holds no pixel of the image
   */
  static Region around(final ImagePlus image) {
    final Roi roi = image.getRoi();
    if (roi == null) {
      return whole(image);
    }
    final Rectangle whole = new Rectangle(image.getWidth(), image.getHeight());
    final Rectangle selected = roi.getBounds();
    selected.width = Math.max(1, selected.width);
    selected.height = Math.max(1, selected.height);
    if (selected.intersection(whole).isEmpty()) {
      throw new UserError(
          "the selection on \""
              + image.getTitle()
              + "\" lies outside the image: move it, or select nothing to analyze all of it (Edit >"
              + " Selection > Select None)");
    }
    return new Region(whole, selected, ((Roi) roi.clone()).getMask());
  }

  /**
   * The pixels of an image that an area holds.
   *
   * @return nothing where the area lies outside
   */
  public static Optional<Region> of(final Roi area, final Rectangle image) {
    final Rectangle selected = area.getBounds();
    final Rectangle bounds = selected.intersection(image);
    return bounds.isEmpty()
        ? Optional.empty()
        : Optional.of(new Region(bounds, selected, ((Roi) area.clone()).getMask()));
  }

  /** All of the image, whatever is selected. */
  static Region whole(final ImagePlus image) {
    final Rectangle whole = new Rectangle(image.getWidth(), image.getHeight());
    return new Region(whole, whole, null);
  }

  public Rectangle bounds() {
    return new Rectangle(bounds);
  }

  public boolean contains(final int x, final int y) {
    if (x < 0 || y < 0 || x >= bounds.width || y >= bounds.height) {
      return false;
    }
    final int column = bounds.x + x - selected.x;
    final int row = bounds.y + y - selected.y;
    return column >= 0
        && row >= 0
        && column < selected.width
        && row < selected.height
        && (mask == null || mask.get(column, row) != 0);
  }

  boolean isRectangle() {
    return mask == null;
  }

  @Override
  public String toString() {
    return text(bounds);
  }

  static String text(final Rectangle bounds) {
    return String.format(
        Locale.ROOT, "%d x %d pixels at (%d, %d)", bounds.width, bounds.height, bounds.x, bounds.y);
  }
}
