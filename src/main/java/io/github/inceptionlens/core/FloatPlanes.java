package io.github.inceptionlens.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.imglib2.AbstractWrappedInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/**
 * An image of {@code width x height x planes} floats whose planes are plain arrays, so that ImageJ,
 * ImgLib2 and the network share pixels without copies.
 *
 * @param <P> the kind of image
 */
public abstract class FloatPlanes<P extends FloatPlanes<P>>
    extends AbstractWrappedInterval<PlanarImg<FloatType, FloatArray>>
    implements RandomAccessibleInterval<FloatType> {

  FloatPlanes(final int width, final int height, final List<float[]> planes) {
    super(image(width, height, planes));
  }

  private static PlanarImg<FloatType, FloatArray> image(
      final int width, final int height, final List<float[]> planes) {
    final List<FloatArray> slices = new ArrayList<>();
    for (final float[] plane : planes) {
      if (plane.length != width * height) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "plane %d has %d values, not %d",
                slices.size(),
                plane.length,
                width * height));
      }
      slices.add(new FloatArray(plane));
    }
    final long[] size = {width, height, planes.size()};
    final FloatType type = new FloatType();
    final PlanarImg<FloatType, FloatArray> image =
        new PlanarImg<>(slices, size, type.getEntitiesPerPixel());
    image.setLinkedType(type.getNativeTypeFactory().createLinkedType(image));
    return image;
  }

  /**
   * An image of the same kind, size and place with other values.
   *
   * @param planes one row-major array of {@code width * height} values per plane; shared
   */
  public abstract P withPlanes(List<float[]> planes);

  /** Pixels per row. */
  public final int width() {
    return (int) dimension(0);
  }

  /** Pixels per column. */
  public final int height() {
    return (int) dimension(1);
  }

  /** The number of planes. */
  public final int planes() {
    return (int) dimension(2);
  }

  /** The very array behind a plane, row by row; writing to it changes the image. */
  public final float[] plane(final int index) {
    return getSource().getPlane(index).getCurrentStorageArray();
  }

  /** The very arrays behind all planes. */
  public final float[][] arrays() {
    final float[][] arrays = new float[planes()][];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = plane(i);
    }
    return arrays;
  }

  @Override
  public final RandomAccess<FloatType> randomAccess() {
    return getSource().randomAccess();
  }

  @Override
  public final RandomAccess<FloatType> randomAccess(final Interval interval) {
    return getSource().randomAccess(interval);
  }

  @Override
  public final FloatType getType() {
    return getSource().getType();
  }
}
