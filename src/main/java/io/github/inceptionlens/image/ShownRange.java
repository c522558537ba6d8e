package io.github.inceptionlens.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.UserError;
import java.awt.Rectangle;
import java.util.Locale;

/**
 * The display range of an image's channel, if it can be believed.
 *
 * <p>An image that was never shown may carry a range that has nothing to do with its values, such
 * as 0 to 1 for 16-bit counts. A range is not believed when no pixel or but one in a hundred lies
 * at or below its upper end, when all lie below its lower end, or when it is 0 to 1 and most values
 * that are not 0 lie above; then the data's own range counts.
 *
 * @param limits in raw values
 * @param believed whether these are the display range's
 */
record ShownRange(Limits limits, boolean believed) {

  private static final double FEW = 0.01;
  private static final double MOST = 0.5;

  /**
   * The range of a channel.
   *
   * @param channel from 1
   * @param shown the display range, in raw values
   * @throws UserError when the range is infinite, or a pixel of the slice is not finite
   */
  static ShownRange of(final ImagePlus image, final int channel, final Limits shown) {
    final int slice = image.getStackIndex(channel, image.getSlice(), image.getFrame());
    final ImageProcessor values = image.getStack().getProcessor(slice);
    if (!Double.isFinite(shown.max() - shown.min())) {
      throw infinite(image, slice, shown);
    }
    return isBelievable(values, shown)
        ? new ShownRange(shown, true)
        : new ShownRange(own(image, channel), false);
  }

  private static UserError infinite(final ImagePlus image, final int slice, final Limits shown) {
    final Rectangle whole = new Rectangle(image.getWidth(), image.getHeight());
    new Pixels(image.getTitle(), image.getStack(), whole).cut(slice);
    return new UserError(
        String.format(
            Locale.ROOT,
            "the display range of \"%s\" is %s: give the range as two numbers",
            image.getTitle(),
            shown));
  }

  private static boolean isBelievable(final ImageProcessor values, final Limits shown) {
    long above = 0;
    long below = 0;
    long zeros = 0;
    final int count = values.getPixelCount();
    for (int i = 0; i < count; i++) {
      final float value = values.getf(i);
      above += value > shown.max() ? 1 : 0;
      below += value < shown.min() ? 1 : 0;
      zeros += value == 0 ? 1 : 0;
    }
    final boolean unset = shown.min() == 0 && shown.max() == 1;
    return above <= (1 - FEW) * count
        && below < count
        && !(unset && above > MOST * (count - zeros));
  }

  private static Limits own(final ImagePlus image, final int channel) {
    final ImageStack stack = image.getStack();
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (int slice = channel; slice <= stack.size(); slice += image.getNChannels()) {
      final ImageProcessor values = stack.getProcessor(slice);
      for (int i = 0; i < values.getPixelCount(); i++) {
        final float value = values.getf(i);
        min = value < min ? value : min;
        max = value > max ? value : max;
      }
    }
    return new Limits(min, max);
  }
}
