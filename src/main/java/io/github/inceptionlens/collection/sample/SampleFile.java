package io.github.inceptionlens.collection.sample;

import com.google.gson.Gson;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.sample.SamplePart.Block;
import io.github.inceptionlens.weights.format.FloatEncoding;
import io.github.inceptionlens.weights.format.SafetensorsHeader;
import io.github.inceptionlens.weights.format.SafetensorsHeader.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands where in the file of a sample, and how it is written: images in the collection's
 * order, of each its slices, of each the places row by row.
 */
final class SampleFile {

  static final String VECTORS = "vectors";
  static final String PLACES = "places";
  static final String LAYER = "layer";
  static final String NETWORK = "network";
  static final String DIGEST = "digest";
  static final String PICTURES = "pictures";
  static final int PLACE = 4;

  /** Bytes that are written at once. */
  static final int BUFFER = 1 << 20;

  private static final byte[] NO_DIGEST = new byte[SamplePart.DIGEST];

  private final SamplePart part;
  private final List<Block> blocks;
  private final List<SampledImage> images = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

  /**
   * @param all the collection's
   */
  SampleFile(final SamplePart part, final List<CollectionImage> all) throws IOException {
    this.part = part;
    blocks =
        part.blocks().stream()
            .sorted(Comparator.comparingInt(Block::image).thenComparingInt(Block::slice))
            .toList();
    for (final Block block : blocks) {
      if (!numbers.containsKey(block.image())) {
        numbers.put(block.image(), images.size());
        images.add(image(all.get(block.image()), part.digest(block)));
      }
    }
  }

  private static SampledImage image(final CollectionImage image, final byte[] digest) {
    final boolean known = !Arrays.equals(digest, NO_DIGEST);
    return new SampledImage(
        image.path(), image.label(), image.group(), known ? HexFormat.of().formatHex(digest) : "");
  }

  /** The name of a hidden file beside another one. */
  static String hidden(final Path file, final String ending) {
    final String name = file.getFileName() + ending;
    return name.startsWith(".") ? name : "." + name;
  }

  /** The bytes of a vector and its place. */
  static long bytesOfRow(final int channels, final FloatEncoding precision) {
    return (long) channels * precision.bytes() + PLACE * Integer.BYTES;
  }

  /**
   * Writes the file, which is there at once and whole, in place of an earlier one.
   *
   * @param texts for the metadata, beside the list of pictures
   */
  void write(
      final int channels,
      final FloatEncoding precision,
      final Map<String, String> texts,
      final Path target)
      throws IOException {
    final Map<String, String> all = new LinkedHashMap<>(texts);
    all.put(PICTURES, new Gson().toJson(images));
    final byte[] head = SafetensorsHeader.bytes(entries(channels, precision), all);
    final Path fresh = target.resolveSibling(hidden(target, ".whole.part"));
    try {
      try (FileChannel out = created(fresh)) {
        write(out, ByteBuffer.wrap(head));
        writePlaces(out);
        for (final Block block : blocks) {
          part.copyVectors(block, out);
        }
        out.force(true);
      }
      move(fresh, target);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static FileChannel created(final Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  /** The places stand first, so that the numbers of both begin where they can be mapped. */
  private List<Entry> entries(final int channels, final FloatEncoding precision) {
    final long rows = part.counts().rows();
    final long places = rows * PLACE * Integer.BYTES;
    final long end = places + rows * channels * precision.bytes();
    return List.of(
        new Entry(PLACES, "I32", List.of(rows, (long) PLACE), 0, places),
        new Entry(VECTORS, precision.name(), List.of(rows, (long) channels), places, end));
  }

  private void writePlaces(final FileChannel out) throws IOException {
    final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    for (final Block block : blocks) {
      final int[] places = part.places(block);
      for (int i = 0; i < block.rows(); i++) {
        if (bytes.remaining() < PLACE * Integer.BYTES) {
          write(out, bytes.flip());
          bytes.clear();
        }
        bytes.putInt(numbers.get(block.image())).putInt(block.slice());
        bytes.putInt(places[2 * i]).putInt(places[2 * i + 1]);
      }
    }
    write(out, bytes.flip());
  }

  private static void write(final FileChannel out, final ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  static void move(final Path from, final Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (final AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The images that were looked at, in the order of their numbers. */
  List<SampledImage> images() {
    return images;
  }
}
