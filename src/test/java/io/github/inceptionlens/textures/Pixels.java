package io.github.inceptionlens.textures;

import io.github.inceptionlens.core.Picture;
import java.nio.ByteBuffer;
import java.util.zip.Checksum;

/** What tests ask of an image's pixels. */
final class Pixels {

  private Pixels() {}

  /** Adds every bit of every plane. */
  static void digest(final Picture image, final Checksum digest) {
    for (int c = 0; c < image.dimension(2); c++) {
      final float[] plane = image.plane(c);
      final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * plane.length);
      bytes.asFloatBuffer().put(plane);
      digest.update(bytes.array());
    }
  }
}
