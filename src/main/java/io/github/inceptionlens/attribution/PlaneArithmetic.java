package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.FloatPlanes;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Resampling;
import java.util.ArrayList;
import java.util.List;

/** Arithmetic on pictures, value by value. */
public final class PlaneArithmetic {

  private PlaneArithmetic() {}

  /** A value of a picture. */
  @FunctionalInterface
  public interface Value {
    /**
     * @param channel the plane
     * @param index row-major in the plane
     */
    double at(int channel, int index);
  }

  /** An image of the given one's kind and size. */
  public static <P extends FloatPlanes<P>> P map(final P like, final Value value) {
    return like.withPlanes(values(like, value));
  }

  private static List<float[]> values(final FloatPlanes<?> like, final Value value) {
    final List<float[]> planes = new ArrayList<>();
    for (int channel = 0; channel < like.planes(); channel++) {
      final float[] plane = new float[size(like)];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (float) value.at(channel, i);
      }
      planes.add(plane);
    }
    return planes;
  }

  /** Maps of an image's size, one for each of its planes. */
  public static MapStack maps(final FloatPlanes<?> like, final Value value) {
    return new MapStack(like.width(), like.height(), values(like, value));
  }

  /** {@code a + part * (b - a)}. */
  public static Picture between(final Picture a, final Picture b, final double part) {
    final float[][] from = a.arrays();
    final float[][] to = b.arrays();
    return map(a, (channel, i) -> from[channel][i] + part * (to[channel][i] - from[channel][i]));
  }

  /**
   * A picture seen through a mask.
   *
   * @param mask per pixel 0 (hidden) to 1 (seen)
   */
  public static Picture seen(final Picture picture, final Picture hidden, final float[] mask) {
    final float[][] from = hidden.arrays();
    final float[][] to = picture.arrays();
    return map(
        picture, (channel, i) -> from[channel][i] + mask[i] * (to[channel][i] - from[channel][i]));
  }

  /** {@code (a - b) * factor}. */
  public static MapStack difference(final Picture a, final Picture b, final MapStack factor) {
    final float[][] from = a.arrays();
    final float[][] to = b.arrays();
    final float[][] times = factor.arrays();
    return maps(
        a, (channel, i) -> ((double) from[channel][i] - to[channel][i]) * times[channel][i]);
  }

  /** An image whose planes are resampled at their size. */
  public static <P extends FloatPlanes<P>> P resampled(final P image, final Resampling resampling) {
    final List<float[]> planes = new ArrayList<>();
    for (final float[] plane : image.arrays()) {
      planes.add(resampling.apply(plane));
    }
    return image.withPlanes(planes);
  }

  /** The sum of all values. */
  public static double sum(final FloatPlanes<?> image) {
    double sum = 0;
    for (final float[] plane : image.arrays()) {
      for (final float value : plane) {
        sum += value;
      }
    }
    return sum;
  }

  /** The smallest and the largest value. */
  public static float[] range(final FloatPlanes<?> image) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (final float[] plane : image.arrays()) {
      for (final float value : plane) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return new float[] {low, high};
  }

  static int size(final FloatPlanes<?> image) {
    return image.width() * image.height();
  }
}
