package io.github.inceptionlens.weights;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.inceptionlens.network.TensorSpec;
import io.github.inceptionlens.network.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes weights as safetensors with 16-bit floats, under their canonical names.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public final class SafetensorsWriter {

  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {}

  /**
   * Writes a file, replacing one that is there.
   *
   * @throws IOException when the disk refuses
   */
  public static void write(final Path file, final Weights weights) throws IOException {
    final byte[] header = header(weights.tensors());
    final int values = weights.tensors().keySet().stream().mapToInt(TensorSpec::count).sum();
    final ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + header.length + values * Short.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length).put(header);
    for (final float[] tensor : weights.tensors().values()) {
      for (final float value : tensor) {
        bytes.putShort(Half.of(value));
      }
    }
    Files.write(file, bytes.array());
  }

  private static byte[] header(final Map<TensorSpec, float[]> tensors) {
    final JsonObject header = new JsonObject();
    int offset = 0;
    for (final TensorSpec spec : tensors.keySet()) {
      final int end = offset + spec.count() * Short.BYTES;
      header.add(spec.name(), entry(spec, offset, end));
      offset = end;
    }
    final String json = header.toString();
    final int padding = Math.floorMod(-json.length(), ALIGNMENT);
    return (json + " ".repeat(padding)).getBytes(StandardCharsets.US_ASCII);
  }

  private static JsonObject entry(final TensorSpec spec, final int from, final int to) {
    final JsonArray shape = new JsonArray();
    spec.shape().forEach(shape::add);
    final JsonArray offsets = new JsonArray();
    offsets.add(from);
    offsets.add(to);
    final JsonObject entry = new JsonObject();
    entry.addProperty("dtype", "F16");
    entry.add("shape", shape);
    entry.add("data_offsets", offsets);
    return entry;
  }
}
