package io.github.inceptionlens.weights.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The next bytes of a stream, up to a number. */
final class BoundedStream extends FilterInputStream {

  private int left;

  BoundedStream(final InputStream in, final int length) {
    super(in);
    left = length;
  }

  @Override
  public int read() throws IOException {
    final byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(final byte[] target, final int offset, final int length) throws IOException {
    if (left == 0 && length > 0) {
      return -1;
    }
    final int count = super.read(target, offset, Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }
}
