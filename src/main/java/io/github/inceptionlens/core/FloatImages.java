package io.github.inceptionlens.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Planar float images whose planes are plain arrays, so that ImageJ, ImgLib2 and the network share
 * pixels without copies.
 */
public final class FloatImages {

  private FloatImages() {}

  /**
   * An image over the given planes; writing to either changes both.
   *
   * @param planes one row-major array of {@code width * height} values per plane
   * @return an image of {@code width x height x planes}
   */
  public static PlanarImg<FloatType, FloatArray> of(
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

  /** The array behind one plane of an image. */
  public static float[] plane(final PlanarImg<FloatType, FloatArray> image, final int index) {
    return image.getPlane(index).getCurrentStorageArray();
  }
}
