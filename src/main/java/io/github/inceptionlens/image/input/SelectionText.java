package io.github.inceptionlens.image.input;

import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Rectangle;
import java.util.Locale;

/** How tables name a selection. */
public final class SelectionText {

  private static final String WHOLE = "whole image";

  private SelectionText() {}

  /**
   * Kind and bounds of an image's selection in pixels, such as {@code Oval 64 x 48 at (12, 30)}, or
   * {@code whole image} where nothing is selected.
   */
  public static String of(final ImagePlus image) {
    final Roi selection = image.getRoi();
    if (selection == null) {
      return WHOLE;
    }
    final Rectangle bounds = selection.getBounds();
    return String.format(
        Locale.ROOT,
        "%s %d x %d at (%d, %d)",
        selection.getTypeAsString(),
        bounds.width,
        bounds.height,
        bounds.x,
        bounds.y);
  }
}
