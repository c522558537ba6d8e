package io.github.inceptionlens.collection.sample;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.format.MappedTensors;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Vectors that were computed for some rows of a sample, kept beside the samples in parts, as they
 * come: {@code rows} [n] and {@code values} [n, k].
 */
public final class KeptRows {

  private static final String ROWS = "rows";
  private static final String VALUES = "values";

  private final FileCache files;
  private final String key;
  private int parts;

  /**
   * @param files where they are kept
   * @param key what they depend on, in a short name
   */
  public KeptRows(final FileCache files, final String key) {
    this.files = files;
    this.key = key;
  }

  /** Those of this computer's user. */
  public static KeptRows standard(final String key) {
    return new KeptRows(NetworkStore.standard().kept().samples(), key);
  }

  /**
   * What vectors for rows of a sample depend on, in a short name.
   *
   * @param what else than the sample
   */
  public static String key(final ActivationSample sample, final String what) {
    return FileCache.key(
        String.join(
            "\n",
            sample.file().toString(),
            String.valueOf(sample.size()),
            new TreeMap<>(sample.metadata()).toString(),
            what));
  }

  /** All that is kept, by row. */
  public Map<Integer, float[]> find() {
    final Map<Integer, float[]> all = new LinkedHashMap<>();
    parts = 0;
    for (Optional<Path> part = part(); part.isPresent(); part = part()) {
      all.putAll(read(part.get()));
      parts++;
    }
    return all;
  }

  private Optional<Path> part() {
    return files.findFile(name());
  }

  private String name() {
    return key + "-" + parts;
  }

  private static Map<Integer, float[]> read(final Path file) {
    final Map<Integer, float[]> some = new LinkedHashMap<>();
    try {
      final MappedTensors part = MappedTensors.open(file);
      final List<Long> shape = part.shape(VALUES).orElseThrow();
      final float[] rows = new float[shape.get(0).intValue()];
      part.floats(ROWS).read(0, rows);
      for (int i = 0; i < rows.length; i++) {
        final float[] values = new float[shape.get(1).intValue()];
        part.floats(VALUES).read((long) i * values.length, values);
        some.put((int) rows[i], values);
      }
      return some;
    } catch (final IOException | UserError e) {
      return Map.of();
    }
  }

  /**
   * Keeps some more, after {@link #find}; where the disk refuses, they are computed anew.
   *
   * @param some by row, all of one length
   */
  public void keep(final Map<Integer, float[]> some) {
    if (some.isEmpty()) {
      return;
    }
    final int length = some.values().iterator().next().length;
    final float[] rows = new float[some.size()];
    final float[] values = new float[Math.multiplyExact(rows.length, length)];
    int place = 0;
    for (final Map.Entry<Integer, float[]> one : some.entrySet()) {
      rows[place] = one.getKey();
      System.arraycopy(one.getValue(), 0, values, place * length, length);
      place++;
    }
    final Map<TensorSpec, float[]> tensors = new LinkedHashMap<>();
    tensors.put(new TensorSpec(ROWS, List.of(rows.length)), rows);
    tensors.put(new TensorSpec(VALUES, List.of(rows.length, length)), values);
    try {
      files.keepFile(name(), fresh -> SafetensorsWriter.writeExact(fresh, tensors, Map.of()));
      parts++;
    } catch (final IOException e) {
      return;
    }
  }
}
