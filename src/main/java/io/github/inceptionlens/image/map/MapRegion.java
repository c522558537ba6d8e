package io.github.inceptionlens.image.map;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;

/**
 * Some pixels of a map.
 *
 * @param pixels row-major indices, ascending
 * @param width the map's pixels
 * @param sum of the values
 * @param largest of the values
 * @param x the centroid's column in ImageJ's coordinates, in which a pixel's center is at a half
 * @param y the centroid's row
 */
public record MapRegion(int[] pixels, int width, double sum, double largest, double x, double y) {

  static MapRegion of(final float[] values, final int width, final int[] pixels) {
    double sum = 0;
    double largest = Double.NEGATIVE_INFINITY;
    double x = 0;
    double y = 0;
    for (final int i : pixels) {
      sum += values[i];
      largest = Math.max(largest, values[i]);
      x += i % width + 0.5;
      y += i / width + 0.5;
    }
    return new MapRegion(pixels, width, sum, largest, x / pixels.length, y / pixels.length);
  }

  /** The mean of the values. */
  public double mean() {
    return sum / pixels.length;
  }

  /** The outline, holes and all. */
  public Roi roi() {
    final Rectangle bounds = bounds();
    final ByteProcessor part = new ByteProcessor(bounds.width, bounds.height);
    for (final int i : pixels) {
      part.set(i % width - bounds.x, i / width - bounds.y, 255);
    }
    part.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
    final Roi roi = new ThresholdToSelection().convert(part);
    roi.setLocation(bounds.x + roi.getXBase(), bounds.y + roi.getYBase());
    return roi;
  }

  private Rectangle bounds() {
    int left = Integer.MAX_VALUE;
    int right = 0;
    for (final int i : pixels) {
      left = Math.min(left, i % width);
      right = Math.max(right, i % width);
    }
    final int top = pixels[0] / width;
    final int bottom = pixels[pixels.length - 1] / width;
    return new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }
}
