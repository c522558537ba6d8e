package io.github.inceptionlens.weights;

import com.google.gson.stream.MalformedJsonException;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Architecture;
import io.github.inceptionlens.network.Blueprint;
import io.github.inceptionlens.network.TensorSpec;
import io.github.inceptionlens.network.Weights;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scijava.plugin.Plugin;

/**
 * Safetensors with our canonical names: a length, a JSON header, then the numbers of one tensor
 * after another. 16-, 32- and 64-bit floats are read.
 *
 * <p>Believes nothing in the header that the file's length does not confirm.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
@Plugin(type = WeightFormat.class, name = SafetensorsFormat.NAME)
public final class SafetensorsFormat implements WeightFormat {

  static final String NAME = "safetensors (.safetensors)";

  private static final int START = Long.BYTES;
  private static final int LONGEST_HEADER = 100_000_000;
  private static final int CHUNK = 1 << 14;
  private static final String DAMAGED = "; download or copy it again";
  private static final String OTHER = "; choose another file or another network";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean recognises(final WeightSource source) {
    final byte[] head = source.head();
    final long header = head.length > START ? headerLength(head) : 0;
    return header >= 2 && header <= LONGEST_HEADER && head[START] == '{';
  }

  private static long headerLength(final byte[] head) {
    return ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  /** The public training whose tensors have the names and shapes of the header. */
  @Override
  public Blueprint blueprint(final WeightSource source) throws IOException {
    final Map<String, List<Long>> shapes =
        entries(source, new DataInputStream(source.stream())).stream()
            .collect(
                Collectors.toMap(SafetensorsHeader.Entry::name, SafetensorsHeader.Entry::shape));
    return Blueprint.PUBLIC.stream()
        .filter(blueprint -> shapes(blueprint.architecture()).equals(shapes))
        .findFirst()
        .orElseThrow(() -> source.refuse("holds the tensors of no network that we know" + OTHER));
  }

  private static Map<String, List<Long>> shapes(final Architecture architecture) {
    return architecture.tensors().stream()
        .collect(Collectors.toMap(TensorSpec::name, SafetensorsFormat::shape));
  }

  private static List<Long> shape(final TensorSpec spec) {
    return spec.shape().stream().map(Integer::longValue).toList();
  }

  @Override
  public Weights read(final WeightSource source, final Architecture architecture)
      throws IOException {
    final DataInputStream in = new DataInputStream(source.stream());
    try {
      final List<SafetensorsHeader.Entry> entries = entries(source, in);
      final long data = source.size() - START - headerLength(source.head());
      checkRanges(source, entries, data);
      return new Weights(architecture.tensors(), values(source, in, entries, architecture));
    } catch (final EOFException e) {
      throw source.refuse("ended while it was read" + DAMAGED, e);
    }
  }

  private static List<SafetensorsHeader.Entry> entries(
      final WeightSource source, final DataInputStream in) throws IOException {
    final long header = headerLength(source.head());
    if (source.size() - START < header) {
      throw source.refuse(
          "is cut short: its header alone should have %d bytes".formatted(header) + DAMAGED);
    }
    in.skipBytes(START);
    return entries(source, in.readNBytes((int) header));
  }

  /** The tensors in the order of their bytes. */
  private static List<SafetensorsHeader.Entry> entries(
      final WeightSource source, final byte[] header) {
    try {
      return SafetensorsHeader.parse(new String(header, StandardCharsets.UTF_8)).stream()
          .sorted(Comparator.comparingLong(SafetensorsHeader.Entry::from))
          .toList();
    } catch (final MalformedJsonException e) {
      throw source.refuse("has a damaged header" + DAMAGED, e);
    }
  }

  private static void checkRanges(
      final WeightSource source, final List<SafetensorsHeader.Entry> entries, final long data) {
    long end = 0;
    for (final SafetensorsHeader.Entry entry : entries) {
      if (entry.from() != end || entry.to() < end || entry.to() > data) {
        throw source.refuse(
            "has %s at bytes %d to %d, but it should begin at %d and end by %d"
                    .formatted(entry.name(), entry.from(), entry.to(), end, data)
                + DAMAGED);
      }
      end = entry.to();
    }
    if (end != data) {
      throw source.refuse("has %d bytes after its last tensor".formatted(data - end) + DAMAGED);
    }
  }

  private static Map<String, float[]> values(
      final WeightSource source,
      final DataInputStream in,
      final List<SafetensorsHeader.Entry> entries,
      final Architecture architecture)
      throws IOException {
    final Map<String, TensorSpec> wanted =
        architecture.tensors().stream()
            .collect(Collectors.toMap(TensorSpec::name, Function.identity()));
    final ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    final Map<String, float[]> values = new HashMap<>();
    for (final SafetensorsHeader.Entry entry : entries) {
      final TensorSpec spec = wanted.remove(entry.name());
      if (spec == null) {
        throw source.refuse(
            "holds tensor \"%s\", which %s does not have"
                    .formatted(entry.name(), architecture.name())
                + OTHER);
      }
      final FloatEncoding encoding = encoding(source, entry, spec);
      values.put(spec.name(), values(source, in, buffer, spec, encoding));
    }
    architecture.tensors().stream()
        .filter(spec -> wanted.containsKey(spec.name()))
        .findFirst()
        .ifPresent(spec -> refuseMissing(source, spec, architecture));
    return values;
  }

  private static void refuseMissing(
      final WeightSource source, final TensorSpec spec, final Architecture architecture) {
    throw source.refuse(
        "holds no tensor %s %s, but %s expects it"
                .formatted(spec.name(), spec.shape(), architecture.name())
            + OTHER);
  }

  private static FloatEncoding encoding(
      final WeightSource source, final SafetensorsHeader.Entry entry, final TensorSpec spec) {
    if (!entry.shape().equals(shape(spec))) {
      throw source.refuse(
          "holds %s with shape %s, but expected is %s"
                  .formatted(spec.name(), entry.shape(), spec.shape())
              + OTHER);
    }
    final FloatEncoding encoding =
        FloatEncoding.of(entry.type()).orElseThrow(() -> unknown(source, entry));
    final long bytes = (long) spec.count() * encoding.bytes();
    if (entry.to() - entry.from() != bytes) {
      throw source.refuse(
          "has %d bytes for %s, but its shape %s needs %d"
                  .formatted(entry.to() - entry.from(), spec.name(), spec.shape(), bytes)
              + DAMAGED);
    }
    return encoding;
  }

  private static UserError unknown(final WeightSource source, final SafetensorsHeader.Entry entry) {
    return source.refuse(
        "holds %s as %s, but only F16, BF16, F32 and F64 can be read"
                .formatted(entry.name(), entry.type())
            + "; convert it to one of these");
  }

  private static float[] values(
      final WeightSource source,
      final DataInputStream in,
      final ByteBuffer buffer,
      final TensorSpec spec,
      final FloatEncoding encoding)
      throws IOException {
    final float[] values = new float[spec.count()];
    for (int i = 0; i < values.length; i++) {
      if (i % (CHUNK / encoding.bytes()) == 0) {
        final int bytes = (int) Math.min(CHUNK, (long) (values.length - i) * encoding.bytes());
        in.readFully(buffer.clear().limit(bytes).array(), 0, bytes);
      }
      values[i] = encoding.next(buffer);
      if (!Float.isFinite(values[i])) {
        throw source.refuse(
            "holds %s as value %d of %s, but only finite numbers are expected; choose another file"
                .formatted(values[i], i, spec.name()));
      }
    }
    return values;
  }
}
