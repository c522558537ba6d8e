package io.github.inceptionlens.textures;

import io.github.inceptionlens.core.FloatImages;
import java.nio.ByteBuffer;
import java.util.zip.Checksum;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/** What tests ask of an image's pixels. */
final class Pixels {

  private Pixels() {}

  /** Adds every bit of every plane. */
  static void digest(final PlanarImg<FloatType, FloatArray> image, final Checksum digest) {
    for (int c = 0; c < image.dimension(2); c++) {
      final float[] plane = FloatImages.plane(image, c);
      final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * plane.length);
      bytes.asFloatBuffer().put(plane);
      digest.update(bytes.array());
    }
  }
}
