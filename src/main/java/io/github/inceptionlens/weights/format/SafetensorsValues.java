package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.TensorSpec;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Reads the numbers of a safetensors file, one tensor after another as they lie. */
final class SafetensorsValues {

  private static final int CHUNK = 1 << 14;
  private static final String DAMAGED = "; download or copy it again";
  private static final String OTHER = "; choose another file or another network";

  private final WeightSource source;
  private final DataInputStream in;
  private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * @param in the source's bytes, past the header
   */
  SafetensorsValues(final WeightSource source, final DataInputStream in) {
    this.source = source;
    this.in = in;
  }

  /**
   * Reads the tensors of a network.
   *
   * @param entries all tensors of the file, one after another without gaps
   * @param wanted the network's tensors by their names in the file
   * @param passedOver the names of others that may be there
   * @param network whose they are, for sentences
   * @return the values by their names in the file
   * @throws UserError when there are fewer or others, or when a value is not finite
   */
  Map<String, float[]> read(
      final List<SafetensorsHeader.Entry> entries,
      final Map<String, TensorSpec> wanted,
      final Predicate<String> passedOver,
      final String network)
      throws IOException {
    final Map<String, float[]> values = new HashMap<>();
    for (final SafetensorsHeader.Entry entry : entries) {
      final TensorSpec spec = wanted.get(entry.name());
      if (spec != null) {
        values.put(entry.name(), values(spec, encoding(entry, spec)));
      } else if (passedOver.test(entry.name())) {
        in.skipNBytes(entry.to() - entry.from());
      } else {
        throw source.refuse(
            String.format(
                Locale.ROOT,
                "holds tensor \"%s\", which %s does not have%s",
                entry.name(),
                network,
                OTHER));
      }
    }
    for (final TensorSpec spec : wanted.values()) {
      if (!values.containsKey(spec.name())) {
        throw source.refuse(
            String.format(
                Locale.ROOT,
                "holds no tensor %s %s, but %s expects it%s",
                spec.name(),
                spec.shape(),
                network,
                OTHER));
      }
    }
    return values;
  }

  /**
   * Reads every tensor there is.
   *
   * @param entries all tensors of the file, one after another without gaps
   * @throws UserError when one has no shape that its bytes confirm, or a value is not finite
   */
  Map<TensorSpec, float[]> read(final List<SafetensorsHeader.Entry> entries) throws IOException {
    final Map<TensorSpec, float[]> values = new LinkedHashMap<>();
    for (final SafetensorsHeader.Entry entry : entries) {
      final TensorSpec spec = spec(entry);
      values.put(spec, values(spec, encoding(entry, spec)));
    }
    return values;
  }

  /** As the header says; the bytes of its encoding confirm it before anything is read. */
  private TensorSpec spec(final SafetensorsHeader.Entry entry) {
    try {
      final TensorSpec spec =
          new TensorSpec(entry.name(), entry.shape().stream().map(Math::toIntExact).toList());
      spec.count();
      return spec;
    } catch (final ArithmeticException e) {
      throw source.refuse(
          "holds " + entry.name() + " with the impossible shape " + entry.shape() + DAMAGED, e);
    }
  }

  private FloatEncoding encoding(final SafetensorsHeader.Entry entry, final TensorSpec spec) {
    if (!entry.shape().equals(spec.shape().stream().map(Integer::longValue).toList())) {
      throw source.refuse(
          String.format(
              Locale.ROOT,
              "holds %s with shape %s, but expected is %s%s",
              spec.name(),
              entry.shape(),
              spec.shape(),
              OTHER));
    }
    final FloatEncoding encoding = FloatEncoding.of(entry.type()).orElseThrow(() -> unknown(entry));
    final long bytes = (long) spec.count() * encoding.bytes();
    if (entry.to() - entry.from() != bytes) {
      throw source.refuse(
          String.format(
              Locale.ROOT,
              "has %d bytes for %s, but its shape %s needs %d%s",
              entry.to() - entry.from(),
              spec.name(),
              spec.shape(),
              bytes,
              DAMAGED));
    }
    return encoding;
  }

  private UserError unknown(final SafetensorsHeader.Entry entry) {
    return source.refuse(
        String.format(
            Locale.ROOT,
            "holds %s as %s, but only F16, BF16, F32 and F64 can be read; convert it to one of these",
            entry.name(),
            entry.type()));
  }

  private float[] values(final TensorSpec spec, final FloatEncoding encoding) throws IOException {
    final float[] values = new float[spec.count()];
    buffer.limit(0);
    for (int i = 0; i < values.length; i++) {
      if (!buffer.hasRemaining()) {
        fill((long) (values.length - i) * encoding.bytes());
      }
      values[i] = encoding.next(buffer);
      if (!Float.isFinite(values[i])) {
        throw source.refuse(
            String.format(
                Locale.ROOT,
                "holds %s as value %d of %s, but only finite numbers are expected; choose another file",
                values[i],
                i,
                spec.name()));
      }
    }
    return values;
  }

  private void fill(final long rest) throws IOException {
    buffer.clear().limit((int) Math.min(CHUNK, rest));
    in.readFully(buffer.array(), 0, buffer.limit());
  }
}
