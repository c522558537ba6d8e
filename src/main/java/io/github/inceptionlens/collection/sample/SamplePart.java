package io.github.inceptionlens.collection.sample;

import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * An unfinished sample: a file to which the vectors of one picture after another are appended, so
 * that they are not in the memory, and which can be cut back to what it was.
 *
 * <p>After the key, each picture has its image, its slice, how many vectors it gives, the digest of
 * its file, columns and rows of the places, and the vectors; all little-endian.
 */
final class SamplePart implements AutoCloseable {

  /** Bytes of a digest. */
  static final int DIGEST = 32;

  private static final int HEAD = 3 * Integer.BYTES + DIGEST;

  private final Supplier<Path> place;
  private final byte[] key;
  private final long bytesOfVector;
  private Path path;
  private PartFile file;
  private Counts counts;

  /**
   * How far a part is.
   *
   * @param file its name
   * @param bytes of the file
   * @param rows how many vectors
   * @param pictures how many pictures were looked at
   * @param empty how many of them gave no vector
   */
  record Counts(String file, long bytes, long rows, int pictures, int empty) {}

  /**
   * What a picture gave.
   *
   * @param from where its part begins
   * @param image index in the collection
   * @param slice from 1
   * @param rows how many vectors
   */
  record Block(long from, int image, int slice, int rows) {}

  /**
   * One without pictures; the file comes into being with the first.
   *
   * @param place where, asked for once it is needed
   * @param key tells it from parts of other samples
   * @param bytesOfVector of one vector as it is written
   */
  SamplePart(final Supplier<Path> place, final String key, final long bytesOfVector) {
    this.place = place;
    this.key = key.getBytes(StandardCharsets.US_ASCII);
    this.bytesOfVector = bytesOfVector;
    counts = new Counts("", this.key.length, 0, 0, 0);
  }

  /**
   * Goes on from where it was.
   *
   * @throws IllegalStateException when the file is not there any more, or another one
   */
  void restore(final Counts before) {
    path = place.get();
    try {
      if (!Files.isRegularFile(path)) {
        throw new IllegalStateException(path + " is not there any more");
      }
      file = new PartFile(path);
      if (file.size() < before.bytes() || !file.read(0, key.length).equals(ByteBuffer.wrap(key))) {
        file.close();
        throw new IllegalStateException(path + " is the part of another sample");
      }
      file.truncate(before.bytes());
      counts = before;
    } catch (final IOException e) {
      throw unwritable(e);
    }
  }

  private void start() throws IOException {
    if (file == null) {
      path = place.get();
      file = new PartFile(path);
      file.truncate(0);
      file.write(ByteBuffer.wrap(key), 0);
      counts = new Counts(file.name(), key.length, 0, 0, 0);
    }
  }

  Counts counts() {
    return counts;
  }

  /** Writes the next vectors of a picture. */
  interface Rows {

    /**
     * Puts one vector.
     *
     * @param row which of the picture's
     */
    void put(int row, ByteBuffer bytes);
  }

  /**
   * Appends a picture.
   *
   * @param digest of its file, or zeros
   * @param places column and row of each
   */
  void append(
      final int image, final int slice, final byte[] digest, final int[] places, final Rows rows) {
    final int count = places.length / 2;
    try {
      start();
      final long bytes = counts.bytes() + head(image, slice, digest, places);
      final long end = vectors(bytes, count, rows);
      counts =
          new Counts(
              counts.file(),
              end,
              counts.rows() + count,
              counts.pictures() + 1,
              counts.empty() + (count == 0 ? 1 : 0));
    } catch (final IOException e) {
      throw unwritable(e);
    }
  }

  private long head(final int image, final int slice, final byte[] digest, final int[] places)
      throws IOException {
    final ByteBuffer bytes = PartFile.buffer(HEAD + places.length * Integer.BYTES);
    bytes.putInt(image).putInt(slice).putInt(places.length / 2).put(digest);
    for (final int place : places) {
      bytes.putInt(place);
    }
    file.write(bytes.flip(), counts.bytes());
    return bytes.limit();
  }

  private long vectors(final long from, final int count, final Rows rows) throws IOException {
    final int atOnce = (int) Math.max(1, Math.min(count, SampleFile.BUFFER / bytesOfVector));
    final ByteBuffer bytes = PartFile.buffer((int) (atOnce * bytesOfVector));
    long at = from;
    for (int row = 0; row < count; row += atOnce) {
      bytes.clear();
      for (int i = row; i < Math.min(count, row + atOnce); i++) {
        rows.put(i, bytes);
      }
      file.write(bytes.flip(), at);
      at += bytes.limit();
    }
    return at;
  }

  /** Appends all that another one holds, which goes. */
  void append(final SamplePart other) {
    try {
      if (other.file != null) {
        start();
        final long from = other.key.length;
        final long count = other.counts.bytes() - from;
        file.write(other.file, from, count, counts.bytes());
        counts =
            new Counts(
                counts.file(),
                counts.bytes() + count,
                counts.rows() + other.counts.rows(),
                counts.pictures() + other.counts.pictures(),
                counts.empty() + other.counts.empty());
        other.discard();
      }
    } catch (final IOException e) {
      throw unwritable(e);
    }
  }

  /** What the pictures gave, in the order in which they were looked at. */
  List<Block> blocks() throws IOException {
    final List<Block> blocks = new ArrayList<>();
    long at = key.length;
    while (at < counts.bytes()) {
      final ByteBuffer head = file.read(at, HEAD);
      final Block block = new Block(at, head.getInt(), head.getInt(), head.getInt());
      blocks.add(block);
      at = firstVector(block) + block.rows() * bytesOfVector;
    }
    return blocks;
  }

  private static long firstVector(final Block block) {
    return block.from() + HEAD + 2L * Integer.BYTES * block.rows();
  }

  /** The digest of a picture's file, or zeros. */
  byte[] digest(final Block block) throws IOException {
    return file.read(block.from() + HEAD - DIGEST, DIGEST).array();
  }

  /** Column and row of each place of a picture. */
  int[] places(final Block block) throws IOException {
    final int[] places = new int[2 * block.rows()];
    file.read(block.from() + HEAD, places.length * Integer.BYTES).asIntBuffer().get(places);
    return places;
  }

  /** Writes the vectors of a picture to another file. */
  void copyVectors(final Block block, final FileChannel target) throws IOException {
    file.copy(firstVector(block), block.rows() * bytesOfVector, target);
  }

  /** Makes sure that all that was appended is on the disk. */
  void force() {
    try {
      if (file != null) {
        file.force();
      }
    } catch (final IOException e) {
      throw unwritable(e);
    }
  }

  private UserError unwritable(final IOException reason) {
    return new UserError(
        String.format(
            Locale.ROOT,
            "file \"%s\" cannot be written: %s; see that there is room for it, and the same call"
                + " goes on from there",
            path,
            reason.getMessage()),
        reason);
  }

  /** Closes the file, which stays. */
  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (final IOException e) {
      throw unwritable(e);
    }
  }

  /** Closes the file and removes it. */
  void discard() throws IOException {
    if (file != null) {
      file.discard();
    }
  }
}
