package io.github.inceptionlens.command.inspector;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an image shows, as far as it is told without reading its pixels: two states that differ show
 * different pictures; whether the pixels of equal ones do is told by {@link #pixels}.
 *
 * @param id ImageJ's number of the image
 * @param slice the current one
 * @param size type, width, height and slices
 * @param look channels, mode, and colors and range of each
 */
record ImageState(int id, int slice, int size, int look) {

  /** The state of an image now. */
  static ImageState of(final ImagePlus image) {
    return new ImageState(
        image.getID(),
        image.getCurrentSlice(),
        Arrays.hashCode(
            new int[] {image.getType(), image.getWidth(), image.getHeight(), image.getStackSize()}),
        look(image));
  }

  private static int look(final ImagePlus image) {
    if (image instanceof CompositeImage composite) {
      return 31 * composite.getMode()
          + 7 * Arrays.hashCode(composite.getActiveChannels())
          + Arrays.hashCode(
              Arrays.stream(composite.getLuts()).mapToInt(ImageState::colors).toArray());
    }
    return Optional.ofNullable(image.getProcessor())
        .map(
            shown ->
                Arrays.hashCode(
                    new Object[] {
                      shown.getMin(), shown.getMax(), shown.getColorModel(), shown.isInvertedLut()
                    }))
        .orElse(0); // of an image that is being closed
  }

  private static int colors(final LUT lut) {
    return Arrays.hashCode(new Object[] {lut.min, lut.max, Arrays.hashCode(lut.getBytes())});
  }

  /** A digest of the pixels that are shown, of all channels where these are merged. */
  static int pixels(final ImagePlus image) {
    if (image instanceof CompositeImage composite
        && composite.getMode() == CompositeImage.COMPOSITE
        && !image.getStack().isVirtual()) {
      final int slice = image.getZ();
      final int frame = image.getT();
      return Arrays.hashCode(
          IntStream.rangeClosed(1, image.getNChannels())
              .map(c -> digest(image.getStack().getPixels(image.getStackIndex(c, slice, frame))))
              .toArray());
    }
    return Optional.ofNullable(image.getProcessor())
        .map(shown -> digest(shown.getPixels()))
        .orElse(0);
  }

  private static int digest(final Object pixels) {
    if (pixels instanceof byte[] bytes) {
      return Arrays.hashCode(bytes);
    } else if (pixels instanceof short[] shorts) {
      return Arrays.hashCode(shorts);
    } else if (pixels instanceof float[] floats) {
      return Arrays.hashCode(floats);
    }
    return pixels instanceof int[] colors ? Arrays.hashCode(colors) : 0;
  }
}
