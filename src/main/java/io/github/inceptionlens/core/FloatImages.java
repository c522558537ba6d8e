package io.github.inceptionlens.core;

import java.util.List;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
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
  @SuppressWarnings("unchecked")
  public static PlanarImg<FloatType, FloatArray> of(
      final int width, final int height, final List<float[]> planes) {
    final PlanarImg<FloatType, FloatArray> image =
        (PlanarImg<FloatType, FloatArray>)
            (PlanarImg<FloatType, ?>) PlanarImgs.floats(width, height, planes.size());
    for (int i = 0; i < planes.size(); i++) {
      if (planes.get(i).length != width * height) {
        throw new IllegalArgumentException(
            "plane " + i + " has " + planes.get(i).length + " values, not " + width * height);
      }
      image.setPlane(i, new FloatArray(planes.get(i)));
    }
    return image;
  }

  /** The array behind one plane of an image. */
  public static float[] plane(final PlanarImg<FloatType, FloatArray> image, final int index) {
    return image.getPlane(index).getCurrentStorageArray();
  }
}
