package io.github.inceptionlens.weights.format;

import com.google.gson.stream.MalformedJsonException;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
@Plugin(type = WeightFormat.class, name = SafetensorsFormat.NAME, priority = 10)
public final class SafetensorsFormat implements WeightFormat {

  static final String NAME = "safetensors (.safetensors)";

  private static final int START = Long.BYTES;
  private static final int LONGEST_HEADER = 100_000_000;
  private static final String OTHER = "; choose another file or another network";
  private static final String DAMAGED = "; download or copy it again";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean recognizes(final WeightSource source) {
    final byte[] head = source.head();
    final long header = head.length > START ? headerLength(head) : 0;
    return header >= 2 && header <= LONGEST_HEADER && head[START] == '{';
  }

  private static long headerLength(final byte[] head) {
    return ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  /** The public training whose tensors have the names and shapes of the header. */
  @Override
  public Training training(final WeightSource source) throws IOException {
    final Map<String, List<Long>> shapes =
        header(source, new DataInputStream(source.stream())).entries().stream()
            .collect(
                Collectors.toMap(SafetensorsHeader.Entry::name, SafetensorsHeader.Entry::shape));
    return Training.PUBLIC.stream()
        .filter(training -> shapes(training.architecture()).equals(shapes))
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
      final List<SafetensorsHeader.Entry> entries = sorted(header(source, in));
      final long data = source.size() - START - headerLength(source.head());
      checkRanges(source, entries, data);
      return new SafetensorsValues(source, in).read(entries, architecture);
    } catch (final EOFException e) {
      throw source.refuse("ended while it was read" + DAMAGED, e);
    }
  }

  /**
   * All that a file holds, whatever its tensors are called.
   *
   * @throws io.github.inceptionlens.core.UserError when it is damaged, or holds something else than
   *     finite floats
   */
  public static TensorFile tensors(final WeightSource source) throws IOException {
    final DataInputStream in = new DataInputStream(source.stream());
    try {
      final SafetensorsHeader header = header(source, in);
      final List<SafetensorsHeader.Entry> entries = sorted(header);
      checkRanges(source, entries, source.size() - START - headerLength(source.head()));
      return new TensorFile(new SafetensorsValues(source, in).read(entries), header.metadata());
    } catch (final EOFException e) {
      throw source.refuse("ended while it was read" + DAMAGED, e);
    }
  }

  /**
   * What the writer noted beside the tensors.
   *
   * @throws io.github.inceptionlens.core.UserError when the header is damaged
   */
  public static Map<String, String> metadata(final WeightSource source) throws IOException {
    return header(source, new DataInputStream(source.stream())).metadata();
  }

  private static SafetensorsHeader header(final WeightSource source, final DataInputStream in)
      throws IOException {
    final long header = headerLength(source.head());
    if (source.size() - START < header) {
      throw source.refuse(
          String.format(Locale.ROOT, "is cut short: its header alone should have %d bytes", header)
              + DAMAGED);
    }
    in.skipBytes(START);
    final byte[] text = in.readNBytes((int) header);
    try {
      return SafetensorsHeader.parse(new String(text, StandardCharsets.UTF_8));
    } catch (final MalformedJsonException e) {
      throw source.refuse("has a damaged header" + DAMAGED, e);
    }
  }

  /** The tensors in the order of their bytes. */
  private static List<SafetensorsHeader.Entry> sorted(final SafetensorsHeader header) {
    return header.entries().stream()
        .sorted(Comparator.comparingLong(SafetensorsHeader.Entry::from))
        .toList();
  }

  private static void checkRanges(
      final WeightSource source, final List<SafetensorsHeader.Entry> entries, final long data) {
    long end = 0;
    for (final SafetensorsHeader.Entry entry : entries) {
      if (entry.from() != end || entry.to() < end || entry.to() > data) {
        throw source.refuse(
            String.format(
                    Locale.ROOT,
                    "has %s at bytes %d to %d, but it should begin at %d and end by %d",
                    entry.name(),
                    entry.from(),
                    entry.to(),
                    end,
                    data)
                + DAMAGED);
      }
      end = entry.to();
    }
    if (end != data) {
      throw source.refuse(
          String.format(Locale.ROOT, "has %d bytes after its last tensor", data - end) + DAMAGED);
    }
  }
}
