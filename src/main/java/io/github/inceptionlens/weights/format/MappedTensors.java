package io.github.inceptionlens.weights.format;

import com.google.gson.stream.MalformedJsonException;
import io.github.inceptionlens.core.UserError;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A safetensors file of any size, of which only what is asked for comes into the memory: it is read
 * through memory maps of up to 1 GB each.
 *
 * <p>Believes nothing in the header that the file's length does not confirm. Several threads may
 * read.
 */
public final class MappedTensors {

  private static final long MAP = 1L << 30;
  private static final int LONGEST_HEADER = 100_000_000;
  private static final String OTHER = "; choose another file";

  private final Path file;
  private final SafetensorsHeader header;
  private final long start;
  private final long chunk;
  private final ByteBuffer[] maps;

  private MappedTensors(final Path file, final FileChannel channel, final long chunk)
      throws IOException {
    this.file = file;
    this.chunk = chunk;
    final long size = channel.size();
    final ByteBuffer length = read(channel, 0, Long.BYTES);
    final long text = length.getLong();
    if (text < 2 || text > Math.min(LONGEST_HEADER, size - Long.BYTES)) {
      throw refuse("is no safetensors file, or cut short" + OTHER);
    }
    header = header(read(channel, Long.BYTES, (int) text));
    start = Long.BYTES + text;
    header.sorted(size - start, this::refuse);
    maps = new ByteBuffer[(int) ((size + chunk - 1) / chunk)];
    for (int i = 0; i < maps.length; i++) {
      final long from = i * chunk;
      final long count = Math.min(size - from, chunk + Long.BYTES);
      maps[i] = channel.map(MapMode.READ_ONLY, from, count);
    }
  }

  /**
   * Opens a file, which must not become shorter while this is in use.
   *
   * @throws UserError when there is none, or none that may be read, or it is damaged
   * @throws IOException when the disk fails
   */
  public static MappedTensors open(final Path file) throws IOException {
    return open(file, MAP);
  }

  /**
   * As {@link #open(Path)}.
   *
   * @param chunk bytes per map
   */
  static MappedTensors open(final Path file, final long chunk) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserError("\"" + file + "\" does not exist or is no file" + OTHER);
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return new MappedTensors(file, channel, chunk);
    } catch (final AccessDeniedException e) {
      throw new UserError("\"" + file + "\" may not be read by you; change its permissions", e);
    } catch (final EOFException e) {
      throw new UserError("\"" + file + "\" is no safetensors file, or cut short" + OTHER, e);
    }
  }

  private static ByteBuffer read(final FileChannel channel, final long from, final int count)
      throws IOException {
    final ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("the file ends early");
      }
    }
    return bytes.flip();
  }

  private SafetensorsHeader header(final ByteBuffer text) {
    try {
      return SafetensorsHeader.parse(StandardCharsets.UTF_8.decode(text).toString());
    } catch (final MalformedJsonException e) {
      throw new UserError(refuse("has a damaged header" + OTHER).getMessage(), e);
    }
  }

  /** The error that says something about this file: its quoted name, a space and the text. */
  public UserError refuse(final String text) {
    return new UserError("\"" + file + "\" " + text);
  }

  /** Where the file lies. */
  public Path file() {
    return file;
  }

  /** What the writer noted beside the tensors. */
  public Map<String, String> metadata() {
    return header.metadata();
  }

  /** The shape of a tensor, where there is one of that name. */
  public Optional<List<Long>> shape(final String name) {
    return entry(name).map(SafetensorsHeader.Entry::shape);
  }

  private Optional<SafetensorsHeader.Entry> entry(final String name) {
    return header.entries().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /**
   * The floats of a tensor.
   *
   * @throws UserError when it is not there, holds something else than 16-, 32- or 64-bit floats, or
   *     has more or fewer bytes than its shape says
   */
  public Floats floats(final String name) {
    final SafetensorsHeader.Entry entry = present(name);
    final FloatEncoding encoding =
        FloatEncoding.of(entry.type()).orElseThrow(() -> unknown(entry, "F16, BF16, F32 and F64"));
    requireBytes(entry, encoding.bytes());
    return (from, target) ->
        read(
            entry.from() + from * encoding.bytes(),
            encoding.bytes(),
            target.length,
            (i, bytes) -> target[i] = encoding.next(bytes));
  }

  /**
   * The whole numbers of a tensor.
   *
   * @throws UserError when it is not there, holds something else than 32- or 64-bit whole numbers,
   *     or has more or fewer bytes than its shape says
   */
  public Integers integers(final String name) {
    final SafetensorsHeader.Entry entry = present(name);
    if (!entry.type().equals("I32") && !entry.type().equals("I64")) {
      throw unknown(entry, "I32 and I64");
    }
    final int each = entry.type().equals("I32") ? Integer.BYTES : Long.BYTES;
    requireBytes(entry, each);
    return (from, target) ->
        read(
            entry.from() + from * each,
            each,
            target.length,
            (i, bytes) -> target[i] = each == Integer.BYTES ? bytes.getInt() : bytes.getLong());
  }

  private SafetensorsHeader.Entry present(final String name) {
    return entry(name).orElseThrow(() -> refuse("holds no tensor " + name + OTHER));
  }

  private UserError unknown(final SafetensorsHeader.Entry entry, final String known) {
    return refuse(
        String.format(
            Locale.ROOT,
            "holds %s as %s, but only %s can be read; convert it to one of these",
            entry.name(),
            entry.type(),
            known));
  }

  private void requireBytes(final SafetensorsHeader.Entry entry, final int each) {
    long bytes = each;
    try {
      for (final long side : entry.shape()) {
        bytes = Math.multiplyExact(bytes, side);
      }
    } catch (final ArithmeticException e) {
      bytes = -1;
    }
    if (bytes != entry.to() - entry.from()) {
      throw refuse(
          String.format(
              Locale.ROOT,
              "has %d bytes for %s, but not those of its shape %s; download or copy it again",
              entry.to() - entry.from(),
              entry.name(),
              entry.shape()));
    }
  }

  /** Numbers that follow each other; a map holds all of one that begins in it. */
  private void read(final long from, final int each, final int count, final Taker taker) {
    long at = start + from;
    ByteBuffer bytes = ByteBuffer.allocate(0);
    long end = at;
    for (int i = 0; i < count; i++, at += each) {
      if (at >= end) {
        final int map = (int) (at / chunk);
        bytes = maps[map].duplicate().order(ByteOrder.LITTLE_ENDIAN);
        bytes.position((int) (at - map * chunk));
        end = (map + 1) * chunk;
      }
      taker.take(i, bytes);
    }
  }

  /** Takes the next number. */
  private interface Taker {
    void take(int index, ByteBuffer bytes);
  }

  /** Floats of a tensor, row-major. */
  @FunctionalInterface
  public interface Floats {

    /**
     * Reads as many as the target holds.
     *
     * @param from index of the first
     */
    void read(long from, float[] target);
  }

  /** Whole numbers of a tensor, row-major. */
  @FunctionalInterface
  public interface Integers {

    /**
     * Reads as many as the target holds.
     *
     * @param from index of the first
     */
    void read(long from, long[] target);
  }
}
