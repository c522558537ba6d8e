package io.github.inceptionlens.image.display;

import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import io.github.inceptionlens.core.UserError;
import java.awt.Rectangle;
import java.lang.reflect.Array;
import java.util.Locale;

/**
 * The pixels of a region of an image's slices, copied so that the image stays untouched.
 *
 * @param title the image's title, for messages
 * @param stack the image's slices
 * @param region the rectangle that is read
 */
public record SourcePixels(String title, ImageStack stack, Rectangle region) {

  /**
   * A copy of the region on one slice.
   *
   * @param slice from 1
   * @throws UserError when the slice cannot be read or holds NaN or infinities
   */
  ImageProcessor cut(final int slice) {
    final ImageProcessor whole = stack.getProcessor(slice);
    if (whole == null || whole.getPixels() == null) {
      throw new UserError(
          "slice " + slice + " of \"" + title + "\" cannot be read: open the image again");
    }
    if (whole instanceof IntProcessor) {
      throw new UserError(
          "\"" + title + "\" holds 32-bit integers: convert it with Image > Type > 32-bit");
    }
    final ImageProcessor part = whole.createProcessor(region.width, region.height);
    part.setPixels(rows(whole));
    if (part instanceof FloatProcessor) {
      requireFinite((float[]) part.getPixels(), slice);
    }
    return part;
  }

  private Object rows(final ImageProcessor whole) {
    final Object source = whole.getPixels();
    final Class<?> type = source.getClass().getComponentType();
    final Object result = Array.newInstance(type, region.width * region.height);
    for (int y = 0; y < region.height; y++) {
      final int from = (region.y + y) * whole.getWidth() + region.x;
      System.arraycopy(source, from, result, y * region.width, region.width);
    }
    return result;
  }

  private void requireFinite(final float[] values, final int slice) {
    if (isEmpty(values)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "slice %d of \"%s\" is NaN everywhere, so that there is nothing to see: choose another"
                  + " image, slice or selection",
              slice,
              title));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw notFinite(values[i], i, slice);
      }
    }
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
