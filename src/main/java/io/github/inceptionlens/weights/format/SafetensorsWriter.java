package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  private static final int BUFFER = 1 << 20;

  private SafetensorsWriter() {}

  /**
   * Writes a file with 16-bit floats, replacing one that is there.
   *
   * @throws IOException when the disk refuses
   */
  public static void write(final Path file, final Weights weights) throws IOException {
    Files.write(file, bytes(weights.tensors(), FloatEncoding.F16, Map.of()));
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
    return bytes(tensors, FloatEncoding.F32, metadata);
  }

  /**
   * Writes a file with 32-bit floats, which need no second place in the memory; when this returns
   * they are on the disk.
   *
   * @param tensors in the order of the file
   * @param metadata texts beside them
   * @throws IOException when the disk refuses
   */
  public static void writeExact(
      final Path file, final Map<TensorSpec, float[]> tensors, final Map<String, String> metadata)
      throws IOException {
    final FloatEncoding encoding = FloatEncoding.F32;
    final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      write(
          out,
          ByteBuffer.wrap(SafetensorsHeader.bytes(entries(tensors.keySet(), encoding), metadata)));
      for (final float[] tensor : tensors.values()) {
        for (final float value : tensor) {
          if (bytes.remaining() < encoding.bytes()) {
            write(out, bytes.flip());
            bytes.clear();
          }
          encoding.put(bytes, value);
        }
      }
      write(out, bytes.flip());
      out.force(true);
    }
  }

  private static void write(final FileChannel out, final ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static byte[] bytes(
      final Map<TensorSpec, float[]> tensors,
      final FloatEncoding encoding,
      final Map<String, String> metadata) {
    final byte[] header = SafetensorsHeader.bytes(entries(tensors.keySet(), encoding), metadata);
    final int values = tensors.keySet().stream().mapToInt(TensorSpec::count).sum();
    final ByteBuffer bytes =
        ByteBuffer.allocate(header.length + values * encoding.bytes())
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(header);
    for (final float[] tensor : tensors.values()) {
      for (final float value : tensor) {
        encoding.put(bytes, value);
      }
    }
    return bytes.array();
  }

  private static List<SafetensorsHeader.Entry> entries(
      final Set<TensorSpec> specs, final FloatEncoding encoding) {
    final List<SafetensorsHeader.Entry> entries = new ArrayList<>();
    long offset = 0;
    for (final TensorSpec spec : specs) {
      final long end = offset + (long) spec.count() * encoding.bytes();
      final List<Long> shape = spec.shape().stream().map(Integer::longValue).toList();
      entries.add(new SafetensorsHeader.Entry(spec.name(), encoding.name(), shape, offset, end));
      offset = end;
    }
    return entries;
  }
}
