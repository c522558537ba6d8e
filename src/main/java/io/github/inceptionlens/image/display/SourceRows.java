package io.github.inceptionlens.image.display;

import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import io.github.inceptionlens.core.UserError;
import java.awt.Rectangle;
import java.lang.reflect.Array;

/**
 * Some rows of a region of an image's slices, copied so that the image stays untouched.
 *
 * @param source the region
 * @param slices the image's slices
 * @param first the first row that is read, from the region's upper border
 * @param count how many rows are read
 */
public record SourceRows(SourcePixels source, HeldSlices slices, int first, int count) {

  /** The region's width in pixels. */
  int width() {
    return source.region().width;
  }

  /**
   * A copy of the rows on one slice.
   *
   * @param slice from 1
   * @throws UserError when the slice cannot be read, or the rows hold NaN or infinities
   */
  ImageProcessor cut(final int slice) {
    final ImageProcessor whole = whole(slice);
    final ImageProcessor part = whole.createProcessor(width(), count);
    part.setPixels(cut(whole, first, count));
    if (part instanceof FloatProcessor && !isFinite((float[]) part.getPixels())) {
      final float[] region = (float[]) cut(whole, 0, source.region().height);
      throw source.notFinite(region, slice);
    }
    return part;
  }

  private ImageProcessor whole(final int slice) {
    final ImageProcessor whole = slices.get(slice);
    if (whole == null || whole.getPixels() == null) {
      throw new UserError(
          "slice " + slice + " of \"" + source.title() + "\" cannot be read: open the image again");
    }
    if (whole instanceof IntProcessor) {
      throw new UserError(
          "\""
              + source.title()
              + "\" holds 32-bit integers: convert it with Image > Type > 32-bit");
    }
    return whole;
  }

  private Object cut(final ImageProcessor whole, final int firstRow, final int rows) {
    final Rectangle region = source.region();
    final Object pixels = whole.getPixels();
    final Class<?> type = pixels.getClass().getComponentType();
    final Object result = Array.newInstance(type, region.width * rows);
    for (int y = 0; y < rows; y++) {
      final int from = (region.y + firstRow + y) * whole.getWidth() + region.x;
      System.arraycopy(pixels, from, result, y * region.width, region.width);
    }
    return result;
  }

  private static boolean isFinite(final float[] values) {
    for (final float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The limits that ImageJ takes for given ones on the whole region: in place of 0 to 0, which
   * means none to it, those of the region's values.
   *
   * @param slice from 1
   */
  ValueLimits limits(final int slice, final double min, final double max) {
    final ImageProcessor whole = whole(slice);
    if (min != 0 || max != 0 || whole instanceof ByteProcessor) {
      return new ValueLimits(min, max);
    }
    final ImageProcessor all = whole.createProcessor(width(), source.region().height);
    all.setPixels(cut(whole, 0, source.region().height));
    all.resetMinAndMax();
    return new ValueLimits(all.getMin(), all.getMax());
  }
}
