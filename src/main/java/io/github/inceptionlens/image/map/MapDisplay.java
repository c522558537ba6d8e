package io.github.inceptionlens.image.map;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import java.util.List;

/**
 * How maps of attributed values are shown; the values stay as they are.
 *
 * <p>Both sides of zero: blue and red, symmetric around a nearly white zero. One side: inferno from
 * zero, or from the smallest value where even that is not faint. The strongest color stands for the
 * 99th percentile of the magnitudes, and for all beyond.
 *
 * @param lut the colors
 * @param limits the values of the first and the last color
 */
public record MapDisplay(LUT lut, ValueLimits limits) {

  /**
   * The look of maps that are shown together.
   *
   * @param planes at least one
   * @param signed whether values below zero mean something
   */
  public static MapDisplay of(final List<float[]> planes, final boolean signed) {
    final MapSample sample = new MapSample(planes.size(), planes.get(0).length);
    planes.forEach(sample::add);
    return sample.display(signed);
  }

  /** Shows an image so. */
  public void show(final ImagePlus image) {
    image.setLut(lut);
    image.setDisplayRange(limits.min(), limits.max());
  }

  /**
   * The same image with a look for each slice, each slice a channel; or of a hyperstack for each
   * channel.
   *
   * @param image a stack, which is not shown yet
   * @param looks one per slice or channel
   */
  public static ImagePlus show(final ImagePlus image, final List<MapDisplay> looks) {
    if (looks.size() == 1) {
      looks.get(0).show(image);
      return image;
    }
    if (image.getStackSize() == looks.size()) {
      image.setDimensions(looks.size(), 1, 1);
    }
    final CompositeImage channels = new CompositeImage(image, CompositeImage.COLOR);
    for (int i = 0; i < looks.size(); i++) {
      final LUT lut = (LUT) looks.get(i).lut.clone();
      lut.min = looks.get(i).limits.min();
      lut.max = looks.get(i).limits.max();
      channels.setChannelLut(lut, i + 1);
    }
    channels.setPosition(1, 1, 1);
    return channels;
  }

  /** The colors of a map. */
  ImageProcessor render(final float[] plane, final int width) {
    final FloatProcessor map = new FloatProcessor(width, plane.length / width, plane);
    map.setLut(lut);
    map.setMinAndMax(limits.min(), limits.max());
    return map.convertToRGB();
  }

  /**
   * The look of the same maps in an overlay, where what is weak is not drawn.
   *
   * @param opacity percent
   */
  public ActivationLayer.Look overlay(final double opacity) {
    return new ActivationLayer.Look(
        lut, opacity, DisplayRange.of(limits.min(), limits.max()), false, true);
  }
}
