package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes weights as safetensors, under their canonical names.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public final class SafetensorsWriter {

  private SafetensorsWriter() {}

  /**
   * Writes a file with 16-bit floats, replacing one that is there.
   *
   * @throws IOException when the disk refuses
   */
  public static void write(final Path file, final Weights weights) throws IOException {
    Files.write(file, bytes(weights.tensors(), Precision.F16, Map.of()));
  }

  /**
   * The bytes of a file with 32-bit floats, which hold the weights exactly.
   *
   * @param metadata texts that readers of weights pass over
   */
  public static byte[] exact(final Weights weights, final Map<String, String> metadata) {
    return exact(weights.tensors(), metadata);
  }

  /**
   * The bytes of a file with 32-bit floats.
   *
   * @param tensors in the order of the file
   * @param metadata texts beside them
   */
  public static byte[] exact(
      final Map<TensorSpec, float[]> tensors, final Map<String, String> metadata) {
    return bytes(tensors, Precision.F32, metadata);
  }

  private static byte[] bytes(
      final Map<TensorSpec, float[]> tensors,
      final Precision precision,
      final Map<String, String> metadata) {
    final byte[] header = SafetensorsHeader.bytes(entries(tensors.keySet(), precision), metadata);
    final int values = tensors.keySet().stream().mapToInt(TensorSpec::count).sum();
    final ByteBuffer bytes =
        ByteBuffer.allocate(header.length + values * precision.bytes())
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(header);
    for (final float[] tensor : tensors.values()) {
      for (final float value : tensor) {
        precision.put(bytes, value);
      }
    }
    return bytes.array();
  }

  private static List<SafetensorsHeader.Entry> entries(
      final Set<TensorSpec> specs, final Precision precision) {
    final List<SafetensorsHeader.Entry> entries = new ArrayList<>();
    long offset = 0;
    for (final TensorSpec spec : specs) {
      final long end = offset + (long) spec.count() * precision.bytes();
      final List<Long> shape = spec.shape().stream().map(Integer::longValue).toList();
      entries.add(new SafetensorsHeader.Entry(spec.name(), precision.name(), shape, offset, end));
      offset = end;
    }
    return entries;
  }

  /** How floats are written into a safetensors file, named as the format names it. */
  public enum Precision {
    /** 16 bits: off by 1/2048 of a value at most; numbers from 65,520 on are infinite. */
    F16(Short.BYTES, "float16") {
      @Override
      public void put(final ByteBuffer bytes, final float value) {
        bytes.putShort(Float16.of(value));
      }
    },
    /** 32 bits: exact. */
    F32(Float.BYTES, "float32") {
      @Override
      public void put(final ByteBuffer bytes, final float value) {
        bytes.putFloat(value);
      }
    };

    /** From here on numbers are infinite with 16 bits. */
    public static final float TOO_LARGE = 65520;

    private final int bytes;
    private final String label;

    Precision(final int bytes, final String label) {
      this.bytes = bytes;
      this.label = label;
    }

    /** Bytes per number. */
    public int bytes() {
      return bytes;
    }

    /** The name that Python's NumPy has for it. */
    public String label() {
      return label;
    }

    /** Whether a number does not become infinite. */
    public boolean holds(final float value) {
      return this == F32 || Math.abs(value) < TOO_LARGE;
    }

    /** Writes a number. */
    public abstract void put(ByteBuffer bytes, float value);
  }
}
