package io.github.inceptionlens.image.display;

import ij.ImageStack;
import io.github.inceptionlens.core.UserError;
import java.awt.Rectangle;
import java.util.Locale;

/**
 * A region of an image's slices, whose rows are {@link SourceRows read} when they are needed.
 *
 * @param title the image's title, for messages
 * @param stack the image's slices
 * @param region the rectangle that is read
 */
public record SourcePixels(String title, ImageStack stack, Rectangle region) {

  /**
   * What is wrong with the values of the region.
   *
   * @param values of the region on a slice, of which some are NaN or infinite
   * @param slice from 1
   */
  UserError notFinite(final float[] values, final int slice) {
    if (isEmpty(values)) {
      return new UserError(
          String.format(
              Locale.ROOT,
              "slice %d of \"%s\" is NaN everywhere, so that there is nothing to see: choose another"
                  + " image, slice or selection",
              slice,
              title));
    }
    int index = 0;
    while (Float.isFinite(values[index])) {
      index++;
    }
    return notFinite(values[index], index, slice);
  }

  private static boolean isEmpty(final float[] values) {
    for (final float value : values) {
      if (!Float.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  private UserError notFinite(final float value, final int index, final int slice) {
    final String remedy =
        Float.isNaN(value)
            ? "remove it (Process > Noise > Remove NaNs...)"
            : "limit the values (Process > Math > Min... and Max...)";
    return new UserError(
        String.format(
            Locale.ROOT,
            "\"%s\" has the value %s at pixel (%d, %d) of slice %d: %s or analyze a region"
                + " without it (a selection, with crop where the command has that key)",
            title,
            value,
            region.x + index % region.width,
            region.y + index / region.width,
            slice,
            remedy));
  }
}
