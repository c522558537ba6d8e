package io.github.inceptionlens.weights.format;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file in memory that counts the bytes that are read from it. */
public final class CountedBytes implements SeekableByteChannel {

  private final byte[] content;

  private int position;
  private long touched;
  private boolean open = true;

  public CountedBytes(final byte[] content) {
    this.content = content;
  }

  /** How many bytes were read, those read twice counted twice. */
  public long touched() {
    return touched;
  }

  @Override
  public int read(final ByteBuffer target) {
    final int count = Math.min(target.remaining(), content.length - position);
    if (count <= 0) {
      return -1;
    }
    target.put(content, position, count);
    position += count;
    touched += count;
    return count;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(final long newPosition) {
    position = Math.toIntExact(newPosition);
    return this;
  }

  @Override
  public long size() {
    return content.length;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public int write(final ByteBuffer source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SeekableByteChannel truncate(final long size) {
    throw new UnsupportedOperationException();
  }
}
