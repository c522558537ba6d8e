package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The directory at the end of a zip, read strictly: one disk, below 2 GB, nothing encrypted, and
 * every entry where it says and inside the file.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">the format</a>
 */
final class ZipDirectory {

  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_LENGTH = 46;
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;

  /** How much is read in search of the end: no comment, a short one, the longest. */
  private static final int[] LIKELY_COMMENTS = {0, 0x1ff, 0xffff};

  private static final int MOST_ENTRIES = 1000;
  private static final int ENCRYPTED = 1;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final WeightSource source;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A file in the zip.
   *
   * @param name its path in the zip, never used as a path
   * @param deflated whether it is compressed
   * @param crc the checksum of its content
   * @param packed its length in the zip
   * @param size its length
   * @param offset where its local header begins
   */
  record Entry(String name, boolean deflated, int crc, int packed, int size, int offset) {

    /** The name without folders. */
    String fileName() {
      return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Whether it is a file of the given name, in whatever folder. */
    boolean isNamed(final String file) {
      return fileName().equals(file);
    }
  }

  /**
   * Reads the directory.
   *
   * @throws UserError when there is none, or when it does not fit the file
   */
  ZipDirectory(final WeightSource source) throws IOException {
    this.source = source;
    final ByteBuffer end = end();
    final int count = end.getShort(10) & 0xffff;
    final int length = end.getInt(12);
    final int offset = end.getInt(16);
    if (end.getInt(4) != 0 || count > MOST_ENTRIES || !isInside(offset, length)) {
      throw damage();
    }
    final ByteBuffer directory = read(offset, length);
    for (int i = 0; i < count; i++) {
      add(directory);
    }
  }

  /** Whether a file's first bytes are the header of a first entry. */
  static boolean startsAsZip(final byte[] head) {
    return head.length >= LOCAL_LENGTH && littleEndian(head).getInt(0) == LOCAL;
  }

  /** The files in the zip, without folders and what macOS adds. */
  List<Entry> entries() {
    return entries.stream()
        .filter(entry -> !entry.fileName().isEmpty() && !entry.fileName().startsWith("._"))
        .toList();
  }

  private ByteBuffer end() throws IOException {
    for (final int comment : LIKELY_COMMENTS) {
      final int length = Math.min(source.size(), END_LENGTH + comment);
      final ByteBuffer tail = read(source.size() - length, length);
      for (int at = length - END_LENGTH; at >= 0; at--) {
        if (isEnd(tail, at)) {
          return tail.slice(at, END_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        }
      }
    }
    throw damage();
  }

  private static boolean isEnd(final ByteBuffer tail, final int at) {
    final int comment = tail.getShort(at + 20) & 0xffff;
    return tail.getInt(at) == END && at + END_LENGTH + comment == tail.capacity();
  }

  private void add(final ByteBuffer directory) {
    final int at = directory.position();
    if (directory.remaining() < CENTRAL_LENGTH || directory.getInt(at) != CENTRAL) {
      throw damage();
    }
    final int nameLength = directory.getShort(at + 28) & 0xffff;
    final int more =
        (directory.getShort(at + 30) & 0xffff) + (directory.getShort(at + 32) & 0xffff);
    if (directory.remaining() < CENTRAL_LENGTH + nameLength + more) {
      throw damage();
    }
    final byte[] name = new byte[nameLength];
    directory.get(at + CENTRAL_LENGTH, name);
    directory.position(at + CENTRAL_LENGTH + nameLength + more);
    entries.add(entry(directory, at, new String(name, StandardCharsets.UTF_8)));
  }

  private Entry entry(final ByteBuffer directory, final int at, final String name) {
    final int method = directory.getShort(at + 10) & 0xffff;
    final Entry entry =
        new Entry(
            name,
            method == DEFLATED,
            directory.getInt(at + 16),
            directory.getInt(at + 20),
            directory.getInt(at + 24),
            directory.getInt(at + 42));
    if ((directory.getShort(at + 8) & ENCRYPTED) != 0 || method != STORED && method != DEFLATED) {
      throw source.refuse(
          "is a zip with a password or a rare compression; unpack and pack it again");
    }
    if (entry.size() < 0 || !isInside(entry.offset(), entry.packed())) {
      throw damage();
    }
    return entry;
  }

  /** The packed bytes of an entry. */
  Range content(final Entry entry) throws IOException {
    final ByteBuffer header = read(entry.offset(), LOCAL_LENGTH);
    final int names = (header.getShort(26) & 0xffff) + (header.getShort(28) & 0xffff);
    final long start = (long) entry.offset() + LOCAL_LENGTH + names;
    if (header.getInt(0) != LOCAL || start + entry.packed() > source.size()) {
      throw damage();
    }
    return new Range((int) start, entry.packed());
  }

  /** Where packed bytes lie in the zip. */
  record Range(int offset, int length) {}

  private boolean isInside(final int offset, final int length) {
    return offset >= 0 && length >= 0 && (long) offset + length <= source.size();
  }

  private ByteBuffer read(final int offset, final int length) throws IOException {
    if (!isInside(offset, length)) {
      throw damage();
    }
    final InputStream in = source.stream();
    in.skipNBytes(offset);
    final byte[] bytes = new byte[length];
    if (in.readNBytes(bytes, 0, length) < length) {
      throw damage();
    }
    return littleEndian(bytes);
  }

  private static ByteBuffer littleEndian(final byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private UserError damage() {
    return source.refuse("is a zip that is cut short or damaged; download or copy it again");
  }
}
