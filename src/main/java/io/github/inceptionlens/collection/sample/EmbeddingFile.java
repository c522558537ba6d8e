package io.github.inceptionlens.collection.sample;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.weights.format.FloatEncoding;
import io.github.inceptionlens.weights.format.MappedTensors;
import io.github.inceptionlens.weights.format.SafetensorsHeader;
import io.github.inceptionlens.weights.format.SafetensorsHeader.Entry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in the file of an embedding: {@code rows} [n], {@code order} [n], {@code coordinates}
 * [n, 2] and texts; and where it is to outlive the sample, that sample's embedded vectors, places
 * and texts too, so that the file is a sample itself.
 */
final class EmbeddingFile {

  private static final String ROWS = "rows";
  private static final String ORDER = "order";
  private static final String COORDINATES = "coordinates";
  private static final int AXES = 2;
  private static final String OTHER = ": choose another file";

  private final KeptEmbedding embedding;
  private final Optional<ActivationSample> sample;

  /**
   * @param sample the one that is embedded, where its vectors are to stand in the file
   */
  EmbeddingFile(final KeptEmbedding embedding, final Optional<ActivationSample> sample) {
    this.embedding = embedding;
    this.sample = sample;
  }

  /**
   * Reads a file.
   *
   * @throws UserError when it is no embedding, or damaged
   */
  static KeptEmbedding read(final Path path) throws IOException {
    final MappedTensors file = MappedTensors.open(path);
    final long count =
        file.shape(ROWS)
            .filter(shape -> shape.size() == 1 && shape.get(0) > 0)
            .orElseThrow(
                () -> file.refuse("has no list of rows, so that it is no embedding" + OTHER))
            .get(0);
    require(file, ORDER, List.of(count));
    require(file, COORDINATES, List.of(count, (long) AXES));
    final int size = Math.toIntExact(count);
    final long[] rows = new long[size];
    file.integers(ROWS).read(0, rows);
    final long[] order = new long[size];
    file.integers(ORDER).read(0, order);
    final float[] points = new float[AXES * size];
    file.floats(COORDINATES).read(0, points);
    return new KeptEmbedding(
        rows, Arrays.stream(order).mapToInt(Math::toIntExact).toArray(), points, file.metadata());
  }

  private static void require(
      final MappedTensors file, final String tensor, final List<Long> shape) {
    if (!file.shape(tensor).filter(shape::equals).isPresent()) {
      throw file.refuse(
          "has "
              + tensor
              + " with another shape than "
              + shape
              + ", so that it is damaged"
              + OTHER);
    }
  }

  /** Writes the file. */
  void write(final Path path) throws IOException {
    final Map<String, String> texts = new LinkedHashMap<>(embedding.texts());
    sample.ifPresent(one -> one.metadata().forEach(texts::putIfAbsent));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      out.write(SafetensorsHeader.bytes(entries(), texts));
      writeWhole(out);
      for (final float value : embedding.points()) {
        out.write(buffer(Float.BYTES).putFloat(value).array());
      }
      writeVectors(out);
    }
  }

  private List<Entry> entries() {
    final long size = embedding.size();
    final List<Entry> entries = new ArrayList<>();
    add(entries, ROWS, "I64", Long.BYTES, List.of(size));
    add(entries, ORDER, "I32", Integer.BYTES, List.of(size));
    if (hasPlaces()) {
      final List<Long> shape = List.of(size, (long) SampleFile.PLACE);
      add(entries, SampleFile.PLACES, "I32", Integer.BYTES, shape);
    }
    final String floats = FloatEncoding.F32.name();
    add(entries, COORDINATES, floats, Float.BYTES, List.of(size, (long) AXES));
    sample.ifPresent(
        one -> {
          final List<Long> shape = List.of(size, (long) one.channels());
          add(entries, SampleFile.VECTORS, floats, Float.BYTES, shape);
        });
    return entries;
  }

  private boolean hasPlaces() {
    return sample.flatMap(one -> one.place(0)).isPresent();
  }

  private static void add(
      final List<Entry> entries,
      final String name,
      final String type,
      final int each,
      final List<Long> shape) {
    final long from = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).to();
    final long count = shape.stream().reduce(1L, Math::multiplyExact);
    entries.add(new Entry(name, type, shape, from, from + each * count));
  }

  private void writeWhole(final OutputStream out) throws IOException {
    for (final long row : embedding.rows()) {
      out.write(buffer(Long.BYTES).putLong(row).array());
    }
    for (final int place : embedding.order()) {
      out.write(buffer(Integer.BYTES).putInt(place).array());
    }
    for (int i = 0; i < embedding.size() && hasPlaces(); i++) {
      final SampledPlace place = sample.orElseThrow().place(embedding.rows()[i]).orElseThrow();
      out.write(
          buffer(SampleFile.PLACE * Integer.BYTES)
              .putInt(place.image())
              .putInt(place.slice())
              .putInt(place.x())
              .putInt(place.y())
              .array());
    }
  }

  private void writeVectors(final OutputStream out) throws IOException {
    if (sample.isPresent()) {
      for (final long row : embedding.rows()) {
        final ByteBuffer bytes = buffer(sample.get().channels() * Float.BYTES);
        bytes.asFloatBuffer().put(sample.get().row(row));
        out.write(bytes.array());
      }
    }
  }

  private static ByteBuffer buffer(final int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
