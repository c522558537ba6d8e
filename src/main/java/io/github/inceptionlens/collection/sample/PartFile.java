package io.github.inceptionlens.collection.sample;

import io.github.inceptionlens.core.UserError;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An unfinished file that one run at a time writes; its numbers are little-endian. */
final class PartFile implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;

  /**
   * Opens the file, or makes it.
   *
   * @throws UserError when another run writes it
   */
  PartFile(final Path path) throws IOException {
    this.path = path;
    channel =
        FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    if (!isMine()) {
      channel.close();
      throw new UserError(
          "file \""
              + path
              + "\" is being written by another run: wait for it, or choose another file");
    }
  }

  /** Where the file system knows no locks, nobody is kept out. */
  private boolean isMine() {
    try {
      return channel.tryLock() != null;
    } catch (final OverlappingFileLockException e) {
      return false;
    } catch (final IOException e) {
      return true;
    }
  }

  static ByteBuffer buffer(final int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  String name() {
    return path.getFileName().toString();
  }

  long size() throws IOException {
    return channel.size();
  }

  void truncate(final long size) throws IOException {
    channel.truncate(size);
  }

  void write(final ByteBuffer bytes, final long from) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes, from + bytes.position());
    }
  }

  ByteBuffer read(final long from, final int count) throws IOException {
    final ByteBuffer bytes = buffer(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException(path + " is shorter than it was");
      }
    }
    return bytes.flip();
  }

  /** Writes some of it to where another file is. */
  void copy(final long from, final long count, final FileChannel target) throws IOException {
    long done = 0;
    while (done < count) {
      done += channel.transferTo(from + done, count - done, target);
    }
  }

  /** Writes some of another one into this one. */
  void write(final PartFile other, final long from, final long count, final long at)
      throws IOException {
    other.copy(from, count, channel.position(at));
  }

  /** Makes sure that all that was written is on the disk. */
  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Closes and removes it. */
  void discard() throws IOException {
    close();
    Files.deleteIfExists(path);
  }
}
