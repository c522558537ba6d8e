package io.github.inceptionlens.weights.format;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Bytes in memory, to be read as a file. */
public final class MemoryChannel implements SeekableByteChannel {

  private final ByteBuffer content;

  private boolean open = true;

  public MemoryChannel(final byte[] content) {
    this.content = ByteBuffer.wrap(content);
  }

  @Override
  public int read(final ByteBuffer target) {
    final int count = Math.min(target.remaining(), content.remaining());
    if (count == 0 && target.hasRemaining()) {
      return -1;
    }
    target.put(content.slice().limit(count));
    content.position(content.position() + count);
    return count;
  }

  @Override
  public long position() {
    return content.position();
  }

  @Override
  public SeekableByteChannel position(final long position) {
    content.position((int) Math.min(position, content.limit()));
    return this;
  }

  @Override
  public long size() {
    return content.limit();
  }

  @Override
  public int write(final ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(final long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
