package io.github.inceptionlens.atlas.mosaic;

import io.github.inceptionlens.core.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** Where vectors point. */
final class IconDirections {

  private IconDirections() {}

  /** The vector of length 1 that points the same way; zeros for zeros. */
  static float[] unit(final float[] vector) {
    double squares = 0;
    for (final float value : vector) {
      squares += (double) value * value;
    }
    final double length = Math.sqrt(squares);
    final float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length && length > 0; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return unit;
  }

  /** What tells it from others. */
  static String digest(final float[] direction) {
    final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * direction.length);
    bytes.asFloatBuffer().put(direction);
    final MessageDigest digest = Sha256.digest();
    digest.update(bytes.array());
    return Sha256.hex(digest);
  }
}
