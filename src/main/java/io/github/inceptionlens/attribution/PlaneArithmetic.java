package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.FloatImages;
import io.github.inceptionlens.core.geometry.Resampling;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

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

  /** A picture of the given one's size. */
  public static PlanarImg<FloatType, FloatArray> map(
      final PlanarImg<FloatType, FloatArray> like, final Value value) {
    final List<float[]> planes = new ArrayList<>();
    for (int channel = 0; channel < like.dimension(2); channel++) {
      final float[] plane = new float[size(like)];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (float) value.at(channel, i);
      }
      planes.add(plane);
    }
    return image(like, planes);
  }

  /** {@code a + part * (b - a)}. */
  public static PlanarImg<FloatType, FloatArray> between(
      final PlanarImg<FloatType, FloatArray> a,
      final PlanarImg<FloatType, FloatArray> b,
      final double part) {
    final float[][] from = arrays(a);
    final float[][] to = arrays(b);
    return map(a, (channel, i) -> from[channel][i] + part * (to[channel][i] - from[channel][i]));
  }

  /**
   * A picture seen through a mask.
   *
   * @param mask per pixel 0 (hidden) to 1 (seen)
   */
  public static PlanarImg<FloatType, FloatArray> seen(
      final PlanarImg<FloatType, FloatArray> picture,
      final PlanarImg<FloatType, FloatArray> hidden,
      final float[] mask) {
    final float[][] from = arrays(hidden);
    final float[][] to = arrays(picture);
    return map(
        picture, (channel, i) -> from[channel][i] + mask[i] * (to[channel][i] - from[channel][i]));
  }

  /** {@code (a - b) * factor}. */
  public static PlanarImg<FloatType, FloatArray> difference(
      final PlanarImg<FloatType, FloatArray> a,
      final PlanarImg<FloatType, FloatArray> b,
      final PlanarImg<FloatType, FloatArray> factor) {
    final float[][] from = arrays(a);
    final float[][] to = arrays(b);
    final float[][] times = arrays(factor);
    return map(a, (channel, i) -> ((double) from[channel][i] - to[channel][i]) * times[channel][i]);
  }

  /** A picture whose planes are resampled. */
  public static PlanarImg<FloatType, FloatArray> resampled(
      final PlanarImg<FloatType, FloatArray> picture, final Resampling resampling) {
    final List<float[]> planes = new ArrayList<>();
    for (final float[] plane : arrays(picture)) {
      planes.add(resampling.apply(plane));
    }
    return image(picture, planes);
  }

  /** The arrays behind the planes. */
  public static float[][] arrays(final PlanarImg<FloatType, FloatArray> picture) {
    final float[][] arrays = new float[(int) picture.dimension(2)][];
    for (int channel = 0; channel < arrays.length; channel++) {
      arrays[channel] = FloatImages.plane(picture, channel);
    }
    return arrays;
  }

  /** The sum of all values. */
  public static double sum(final PlanarImg<FloatType, FloatArray> picture) {
    double sum = 0;
    for (final float[] plane : arrays(picture)) {
      for (final float value : plane) {
        sum += value;
      }
    }
    return sum;
  }

  /** The smallest and the largest value. */
  public static float[] range(final PlanarImg<FloatType, FloatArray> picture) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (final float[] plane : arrays(picture)) {
      for (final float value : plane) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return new float[] {low, high};
  }

  static int size(final PlanarImg<FloatType, FloatArray> picture) {
    return (int) (picture.dimension(0) * picture.dimension(1));
  }

  private static PlanarImg<FloatType, FloatArray> image(
      final PlanarImg<FloatType, FloatArray> like, final List<float[]> planes) {
    return FloatImages.of((int) like.dimension(0), (int) like.dimension(1), planes);
  }
}
