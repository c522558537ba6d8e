package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Writes safetensors files as tests want them, right or wrong. */
public final class SafetensorsFiles {

  private SafetensorsFiles() {}

  /** All tensors as F32 or F64. */
  public static byte[] write(
      final Weights weights, final boolean doubles, final boolean backwards) {
    final List<Map.Entry<TensorSpec, float[]>> tensors =
        new ArrayList<>(weights.tensors().entrySet());
    if (backwards) {
      Collections.reverse(tensors);
    }
    final ByteArrayOutputStream data = new ByteArrayOutputStream();
    final List<String> entries = new ArrayList<>();
    for (final Map.Entry<TensorSpec, float[]> tensor : tensors) {
      final int from = data.size();
      data.writeBytes(bytes(tensor.getValue(), doubles));
      final TensorSpec spec = tensor.getKey();
      final String type = doubles ? "F64" : "F32";
      entries.add(entry(spec.name(), type, spec.shape().toString(), from, data.size()));
    }
    if (backwards) {
      Collections.reverse(entries);
      entries.add(0, "\"__metadata__\": {\"format\": \"pt\"}");
    }
    return file("{" + String.join(",", entries) + "}", data.toByteArray());
  }

  static String entry(
      final String name, final String type, final String shape, final long from, final long to) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
        .formatted(name, type, shape, from, to);
  }

  public static byte[] file(final String header, final byte[] data) {
    final byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + json.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .put(data)
        .array();
  }

  private static byte[] bytes(final float[] values, final boolean doubles) {
    final int size = doubles ? Double.BYTES : Float.BYTES;
    final ByteBuffer bytes =
        ByteBuffer.allocate(values.length * size).order(ByteOrder.LITTLE_ENDIAN);
    for (final float value : values) {
      if (doubles) {
        bytes.putDouble(value);
      } else {
        bytes.putFloat(value);
      }
    }
    return bytes.array();
  }
}
