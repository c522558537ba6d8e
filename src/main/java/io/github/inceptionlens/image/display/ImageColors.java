package io.github.inceptionlens.image.display;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.Optional;

/** How the values of an image become red, green and blue, as ImageJ shows them. */
public interface ImageColors {

  /**
   * The red, green and blue planes of rows of a slice's region, 0 to 255; gray may return one array
   * thrice. A pixel's color depends on its own values alone.
   *
   * @param slice the slice of the current channel, from 1
   */
  float[][] planes(SourceRows rows, int slice);

  /** What was done, in a few words. */
  String description();

  /** Colors as they are stored; with limits, each channel through them. */
  record Rgb(Optional<ValueLimits> limits) implements ImageColors {
    @Override
    public float[][] planes(final SourceRows rows, final int slice) {
      return split((ColorProcessor) rows.cut(slice), limits.orElse(ValueLimits.BYTE).mapping());
    }

    @Override
    public String description() {
      return "RGB";
    }
  }

  /** Three times the same values, not rounded to 8 bits. */
  record Gray(ValueLimits limits, boolean inverted) implements ImageColors {
    @Override
    public float[][] planes(final SourceRows rows, final int slice) {
      final ImageProcessor values = rows.cut(slice);
      final ValueLimits.Mapping mapping = limits.mapping();
      final float[] gray = new float[values.getPixelCount()];
      for (int i = 0; i < gray.length; i++) {
        final float value = mapping.of(values.getf(i));
        gray[i] = inverted ? 255 - value : value;
      }
      return new float[][] {gray, gray, gray};
    }

    @Override
    public String description() {
      return inverted ? "inverted gray" : "gray";
    }
  }

  /** The colors of a lookup table, by ImageJ's own rendering. */
  record Table(LUT table, ValueLimits limits) implements ImageColors {
    @Override
    public float[][] planes(final SourceRows rows, final int slice) {
      final ImageProcessor values = rows.cut(slice);
      values.setColorModel(table);
      final ValueLimits used = rows.limits(slice, limits.min(), limits.max());
      values.setMinAndMax(used.min(), used.max());
      return split((ColorProcessor) values.convertToRGB(), ValueLimits.BYTE.mapping());
    }

    @Override
    public String description() {
      return "lookup table";
    }
  }

  private static float[][] split(final ColorProcessor colors, final ValueLimits.Mapping mapping) {
    return split((int[]) colors.getPixels(), mapping);
  }

  /** The planes of packed RGB pixels. */
  static float[][] split(final int[] pixels, final ValueLimits.Mapping mapping) {
    final float[] bytes = new float[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = mapping.of(i);
    }
    final float[] red = new float[pixels.length];
    final float[] green = new float[pixels.length];
    final float[] blue = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      final int pixel = pixels[i];
      red[i] = bytes[pixel >> 16 & 0xff];
      green[i] = bytes[pixel >> 8 & 0xff];
      blue[i] = bytes[pixel & 0xff];
    }
    return new float[][] {red, green, blue};
  }
}
