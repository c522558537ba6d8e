package io.github.inceptionlens.weights.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The content of a zip's entry, inflated while it is read; going back means starting again.
 *
 * <p>Never gives more bytes than the zip's directory says.
 */
final class ZipEntryChannel implements SeekableByteChannel {

  private static final int BUFFER = 1 << 12;

  private final ZipFile zip;
  private final ZipArchiveEntry entry;
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER];

  private InputStream in;
  private long wanted;
  private long position;

  ZipEntryChannel(final ZipFile zip, final ZipArchiveEntry entry) throws IOException {
    this.zip = zip;
    this.entry = entry;
    restart();
  }

  private void restart() throws IOException {
    close();
    in = zip.getInputStream(entry);
    crc.reset();
    position = 0;
  }

  @Override
  public int read(final ByteBuffer target) throws IOException {
    if (wanted < position) {
      restart();
    }
    while (position < wanted) {
      inflate((int) Math.min(BUFFER, wanted - position));
    }
    if (position == entry.getSize()) {
      return -1;
    }
    final int count = inflate(Math.min(BUFFER, target.remaining()));
    target.put(buffer, 0, count);
    wanted = position;
    return count;
  }

  private int inflate(final int most) throws IOException {
    final int count = in.read(buffer, 0, (int) Math.min(most, entry.getSize() - position));
    if (count < 0) {
      throw new EOFException("the entry ends at byte " + position + " of " + entry.getSize());
    }
    crc.update(buffer, 0, count);
    position += count;
    return count;
  }

  /**
   * Reads on to the end and checks the whole.
   *
   * @throws ZipException when its length or checksum is wrong
   */
  void finish() throws IOException {
    while (position < entry.getSize()) {
      inflate(BUFFER);
    }
    if (crc.getValue() != entry.getCrc() || in.read() >= 0) {
      throw new ZipException("the entry does not match its checksum or its size");
    }
  }

  @Override
  public long position() {
    return wanted;
  }

  @Override
  public SeekableByteChannel position(final long newPosition) {
    wanted = newPosition;
    return this;
  }

  @Override
  public long size() {
    return entry.getSize();
  }

  @Override
  public boolean isOpen() {
    return in != null;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
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
