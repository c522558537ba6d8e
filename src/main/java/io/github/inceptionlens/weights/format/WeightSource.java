package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.core.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of one file of weights, read from its start as often as a format needs; bytes that a
 * format skips are not read.
 *
 * <p>For one thread and one stream at a time.
 */
public final class WeightSource implements Closeable {

  private static final int HEAD = 4096;

  private final String name;
  private final Path file;
  private final SeekableByteChannel channel;
  private final int size;
  private final byte[] head;

  /**
   * @param name the file's name in sentences to the user
   * @param channel its bytes; closed with this source
   */
  public WeightSource(final String name, final SeekableByteChannel channel) throws IOException {
    this(name, null, channel);
  }

  private WeightSource(final String name, final Path file, final SeekableByteChannel channel)
      throws IOException {
    this.name = name;
    this.file = file;
    this.channel = channel;
    if (channel.size() == 0) {
      throw refuse("is empty; download or copy it again");
    }
    if (channel.size() > Integer.MAX_VALUE) {
      throw refuse("has " + channel.size() + " bytes, more than any training of InceptionV1");
    }
    size = (int) channel.size();
    head = head(channel, Math.min(HEAD, size));
  }

  /**
   * Opens a file.
   *
   * @throws UserError when there is none, or none that may be read, or when it is empty or larger
   *     than 2 GB
   * @throws IOException when the disk fails
   */
  public static WeightSource open(final Path file) throws IOException {
    if (!Files.exists(file)) {
      throw refuse(file, "does not exist; choose a file of weights");
    }
    if (!Files.isRegularFile(file)) {
      throw refuse(file, "is a folder or a device; choose a file of weights");
    }
    final SeekableByteChannel channel = channel(file);
    try {
      return new WeightSource(file.toString(), file, channel);
    } catch (final IOException | UserError e) {
      channel.close();
      throw e;
    }
  }

  private static SeekableByteChannel channel(final Path file) throws IOException {
    try {
      return Files.newByteChannel(file);
    } catch (final AccessDeniedException e) {
      throw refuse(file, "may not be read by you; change its permissions");
    }
  }

  private static byte[] head(final SeekableByteChannel channel, final int length)
      throws IOException {
    final ByteBuffer head = ByteBuffer.allocate(length);
    while (head.hasRemaining() && channel.read(head) >= 0) {}
    return head.array();
  }

  /** The file's path, as the user gave it. */
  public String name() {
    return name;
  }

  /** The number of bytes, at least 1. */
  public int size() {
    return size;
  }

  /** The first 4096 bytes, or all of a shorter file. */
  public byte[] head() {
    return head.clone();
  }

  /** The file; empty for what is none. */
  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** Where a file of the given name would lie in the same folder; empty for what is no file. */
  Optional<Path> beside(final String other) {
    return Optional.ofNullable(file).map(path -> path.resolveSibling(other));
  }

  /** All bytes from the first on; {@code skip} reads nothing. */
  public InputStream stream() {
    return new SourceStream();
  }

  /** All bytes, to be read from anywhere; closing the view leaves this source open. */
  SeekableByteChannel view() {
    return new SourceView();
  }

  /** The error that says something about this file: its quoted name, a space and the text. */
  public UserError refuse(final String text) {
    return refuse(name, text);
  }

  /** As {@link #refuse(String)}, with what went wrong underneath. */
  UserError refuse(final String text, final Throwable cause) {
    return new UserError(refuse(text).getMessage(), cause);
  }

  private static UserError refuse(final Object file, final String text) {
    return new UserError("\"" + file + "\" " + text);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Serves the head from memory, so that recognizing a file does not count as reading it. */
  private final class SourceStream extends InputStream {

    private int position;

    @Override
    public int read() throws IOException {
      final byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(final byte[] target, final int offset, final int length) throws IOException {
      final int wanted = Math.min(length, size - position);
      if (wanted <= 0) {
        return length == 0 ? 0 : -1;
      }
      final int count = fetch(target, offset, wanted);
      position += Math.max(0, count);
      return count;
    }

    private int fetch(final byte[] target, final int offset, final int wanted) throws IOException {
      if (position < head.length) {
        final int count = Math.min(wanted, head.length - position);
        System.arraycopy(head, position, target, offset, count);
        return count;
      }
      return channel.position(position).read(ByteBuffer.wrap(target, offset, wanted));
    }

    @Override
    public long skip(final long count) {
      final int skipped = (int) Math.max(0, Math.min(count, size - position));
      position += skipped;
      return skipped;
    }
  }

  /** The source's bytes for a reader that wants to close what it reads. */
  private final class SourceView implements SeekableByteChannel {

    private long position;

    @Override
    public int read(final ByteBuffer target) throws IOException {
      final int count = channel.position(position).read(target);
      position += Math.max(0, count);
      return count;
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public SeekableByteChannel position(final long newPosition) {
      position = newPosition;
      return this;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() {
      // the source closes its channel itself
    }

    @Override
    public int write(final ByteBuffer source) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel truncate(final long length) {
      throw new UnsupportedOperationException();
    }
  }
}
