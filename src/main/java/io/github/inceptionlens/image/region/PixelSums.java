package io.github.inceptionlens.image.region;

import ij.measure.Calibration;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.core.geometry.PartView;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.input.ImageInput;
import java.util.Optional;

/** Pixels of a region, counted one after the other: where they lie and how many they are. */
final class PixelSums {

  private int count;
  private double sumX;
  private double sumY;
  private int left = Integer.MAX_VALUE;
  private int top = Integer.MAX_VALUE;
  private int right = -1;
  private int bottom = -1;

  /**
   * Counts a pixel.
   *
   * @param x column, from the left border of the input's region
   * @param y row, from the upper border of the input's region
   */
  void add(final int x, final int y) {
    count++;
    sumX += x;
    sumY += y;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }

  /** The pixels' region, of which all in a view's region count that the view holds. */
  MeasuredRegion region(final String name, final ImageInput input, final View view) {
    final Calibration calibration = input.calibration();
    return new MeasuredRegion(
        name,
        count == 0 ? Double.NaN : input.calibratedX(sumX / count),
        count == 0 ? Double.NaN : input.calibratedY(sumY / count),
        count * calibration.pixelWidth * calibration.pixelHeight,
        count == 0 ? Optional.empty() : Optional.of(view));
  }

  /**
   * The pixels' region.
   *
   * @param whole the picture with all of the input's region
   * @param shape which pixels of the input's region it holds
   */
  MeasuredRegion region(
      final String name, final ImageInput input, final View whole, final PartView.Shape shape) {
    if (count == 0) {
      return region(name, input, whole);
    }
    final PartView.Shape part = (x, y) -> shape.contains(left + x, top + y);
    return region(
        name, input, new PartView(whole, left, top, right - left + 1, bottom - top + 1, part));
  }
}
