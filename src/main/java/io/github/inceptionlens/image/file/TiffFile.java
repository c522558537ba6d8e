package io.github.inceptionlens.image.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A TIFF file as its directories describe it, to see whether all that they name is there. */
final class TiffFile {

  private static final int VERSION = 42;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int OFFSETS = 273;
  private static final int SAMPLES = 277;
  private static final int LENGTHS = 279;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int ENTRY = 12;
  private static final long[] ONE = {1};

  private final FileChannel channel;
  private final ByteOrder order;

  private TiffFile(final FileChannel channel, final ByteOrder order) {
    this.channel = channel;
    this.order = order;
  }

  /**
   * Whether the file holds all directories and pixels that it names.
   *
   * @return true also where it is no TIFF of the usual kind
   */
  static boolean isWhole(final Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      final ByteOrder order =
          new TiffFile(channel, ByteOrder.BIG_ENDIAN).at(0, 1).get(0) == 'I'
              ? ByteOrder.LITTLE_ENDIAN
              : ByteOrder.BIG_ENDIAN;
      new TiffFile(channel, order).readDirectories();
      return true;
    } catch (final EOFException e) {
      return false;
    }
  }

  private void readDirectories() throws IOException {
    if (at(2, 2).getShort(0) != VERSION) {
      return;
    }
    final Set<Long> read = new HashSet<>();
    long next = unsigned(at(4, 4), 0);
    while (next != 0 && read.add(next)) {
      next = readDirectory(next);
    }
  }

  /** Reads one directory; the next one's position, 0 after the last. */
  private long readDirectory(final long position) throws IOException {
    final int entries = Short.toUnsignedInt(at(position, 2).getShort(0));
    final ByteBuffer directory = at(position + 2, entries * ENTRY + 4);
    final Map<Integer, long[]> values = new HashMap<>();
    for (int i = 0; i < entries; i++) {
      final int tag = Short.toUnsignedInt(directory.getShort(i * ENTRY));
      if (tag >= WIDTH && tag <= LENGTHS) {
        values.put(tag, values(directory, i * ENTRY));
      }
    }
    requirePixels(values);
    return unsigned(directory, entries * ENTRY);
  }

  private long[] values(final ByteBuffer directory, final int entry) throws IOException {
    final int type = directory.getShort(entry + 2);
    if (type != SHORT && type != LONG) {
      return new long[0];
    }
    final int size = type == SHORT ? 2 : 4;
    final long count = unsigned(directory, entry + 4);
    final boolean inside = count * size <= 4;
    final ByteBuffer source = inside ? directory : at(unsigned(directory, entry + 8), count * size);
    final int first = inside ? entry + 8 : 0;
    final long[] values = new long[(int) count];
    for (int i = 0; i < count; i++) {
      values[i] =
          type == SHORT
              ? Short.toUnsignedInt(source.getShort(first + i * size))
              : unsigned(source, first + i * size);
    }
    return values;
  }

  /**
   * Requires all strips of pixels.
   *
   * <p>Of pixels that are not compressed no more counts than there are, whatever a strip claims.
   */
  private void requirePixels(final Map<Integer, long[]> values) throws IOException {
    final long[] offsets = values.getOrDefault(OFFSETS, new long[0]);
    final long[] lengths = values.getOrDefault(LENGTHS, new long[0]);
    final boolean plain = first(values, COMPRESSION) == 1;
    long missing = plain ? bytes(values) : Long.MAX_VALUE;
    for (int i = 0; i < offsets.length; i++) {
      final long length = Math.min(i < lengths.length ? lengths[i] : plain ? missing : 0, missing);
      requireUntil(offsets[i] + length);
      missing -= length;
    }
  }

  private static long bytes(final Map<Integer, long[]> values) {
    final long bits = first(values, WIDTH) * first(values, BITS) * first(values, SAMPLES);
    return (bits + 7) / 8 * first(values, HEIGHT);
  }

  private static long first(final Map<Integer, long[]> values, final int tag) {
    final long[] all = values.getOrDefault(tag, ONE);
    return all.length > 0 ? all[0] : 1;
  }

  private void requireUntil(final long end) throws IOException {
    if (end > channel.size()) {
      throw new EOFException();
    }
  }

  private ByteBuffer at(final long position, final long length) throws IOException {
    requireUntil(position + length);
    final ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length)).order(order);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException();
      }
    }
    return bytes;
  }

  private static long unsigned(final ByteBuffer bytes, final int index) {
    return Integer.toUnsignedLong(bytes.getInt(index));
  }
}
