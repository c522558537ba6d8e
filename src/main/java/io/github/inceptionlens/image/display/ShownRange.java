package io.github.inceptionlens.image.display;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * The display range of an image's channel, if it can be believed.
 *
 * <p>An image that was never shown may carry a range that has nothing to do with its values, such
 * as 0 to 1 for 16-bit counts. Such a range is not believed, and the data's own counts; {@link
 * ValueCensus} says which. A slice of a stack that is black or white as a whole does not raise
 * doubts if the range fits the channel's other slices.
 *
 * @param limits in raw values
 * @param believed whether these are the display range's
 */
record ShownRange(ValueLimits limits, boolean believed) {

  /**
   * The range of a channel.
   *
   * @param channel from 1
   * @param shown the display range, in raw values
   */
  static ShownRange of(final ImagePlus image, final int channel, final ValueLimits shown) {
    final int slice = image.getStackIndex(channel, image.getSlice(), image.getFrame());
    final ValueCensus current = new ValueCensus(shown);
    current.count(values(image, slice));
    if (current.agrees()) {
      return new ShownRange(shown, true);
    }
    final ValueCensus all = new ValueCensus(shown);
    for (int i = channel; i <= image.getStackSize(); i += image.getNChannels()) {
      all.count(values(image, i));
    }
    return all.agrees() ? new ShownRange(shown, true) : new ShownRange(all.limits(), false);
  }

  private static ImageProcessor values(final ImagePlus image, final int slice) {
    return image.getStack().getProcessor(slice);
  }
}
