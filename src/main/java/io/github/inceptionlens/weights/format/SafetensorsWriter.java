package io.github.inceptionlens.weights.format;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes weights as safetensors, under their canonical names.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public final class SafetensorsWriter {

  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {}

  /**
   * Writes a file with 16-bit floats, replacing one that is there.
   *
   * @throws IOException when the disk refuses
   */
  public static void write(final Path file, final Weights weights) throws IOException {
    Files.write(file, bytes(weights.tensors(), Encoding.F16, Map.of()));
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
    return bytes(tensors, Encoding.F32, metadata);
  }

  private static byte[] bytes(
      final Map<TensorSpec, float[]> tensors,
      final Encoding encoding,
      final Map<String, String> metadata) {
    final byte[] header = header(tensors, encoding, metadata);
    final int values = tensors.keySet().stream().mapToInt(TensorSpec::count).sum();
    final ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + header.length + values * encoding.bytes)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length).put(header);
    tensors.values().forEach(tensor -> encoding.put(bytes, tensor));
    return bytes.array();
  }

  private static byte[] header(
      final Map<TensorSpec, float[]> tensors,
      final Encoding encoding,
      final Map<String, String> metadata) {
    final JsonObject header = new JsonObject();
    if (!metadata.isEmpty()) {
      final JsonObject texts = new JsonObject();
      metadata.forEach(texts::addProperty);
      header.add(SafetensorsHeader.METADATA, texts);
    }
    int offset = 0;
    for (final TensorSpec spec : tensors.keySet()) {
      final int end = offset + spec.count() * encoding.bytes;
      header.add(spec.name(), entry(spec, encoding, offset, end));
      offset = end;
    }
    final byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    final byte[] padded = Arrays.copyOf(json, json.length + Math.floorMod(-json.length, ALIGNMENT));
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  private static JsonObject entry(
      final TensorSpec spec, final Encoding encoding, final int from, final int to) {
    final JsonArray shape = new JsonArray();
    spec.shape().forEach(shape::add);
    final JsonArray offsets = new JsonArray();
    offsets.add(from);
    offsets.add(to);
    final JsonObject entry = new JsonObject();
    entry.addProperty("dtype", encoding.name());
    entry.add("shape", shape);
    entry.add("data_offsets", offsets);
    return entry;
  }

  /** How numbers are written, named as the format names it. */
  private enum Encoding {
    F16(Short.BYTES) {
      @Override
      void put(final ByteBuffer bytes, final float[] values) {
        for (final float value : values) {
          bytes.putShort(Float16.of(value));
        }
      }
    },
    F32(Float.BYTES) {
      @Override
      void put(final ByteBuffer bytes, final float[] values) {
        for (final float value : values) {
          bytes.putFloat(value);
        }
      }
    };

    private final int bytes;

    Encoding(final int bytes) {
      this.bytes = bytes;
    }

    abstract void put(ByteBuffer bytes, float[] values);
  }
}
