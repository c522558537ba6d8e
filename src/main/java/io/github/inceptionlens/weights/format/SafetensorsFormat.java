package io.github.inceptionlens.weights.format;

import com.google.gson.stream.MalformedJsonException;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.content.ClassNames;
import io.github.inceptionlens.weights.content.Classifier;
import io.github.inceptionlens.weights.content.Resemblance;
import io.github.inceptionlens.weights.content.TensorNames;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scijava.plugin.Plugin;

/**
 * Safetensors with our canonical names or torchvision's: a length, a JSON header, then the numbers
 * of one tensor after another. 16-, 32- and 64-bit floats are read.
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

  /**
   * The public training whose trunk has the names and shapes of the header, with the classifier
   * that is there.
   */
  @Override
  public Training training(final WeightSource source) throws IOException {
    final Map<String, List<Long>> shapes =
        shapes(header(source, new DataInputStream(source.stream())).entries());
    final TensorNames names = TensorNames.of(shapes.keySet());
    final Training published =
        Training.PUBLIC.stream()
            .filter(training -> names.holdsTrunk(shapes, training))
            .findFirst()
            .orElseThrow(() -> unknown(source, shapes.keySet()));
    final Optional<Classifier> head =
        head(source, shapes, names, names.trunk(published).keySet(), published.features());
    return ClassNames.named(published, head, source.file());
  }

  private static UserError unknown(final WeightSource source, final Set<String> names) {
    return source.refuse(
        "holds the tensors of no network that we know"
            + Resemblance.ofTensors(names).map(", but looks like "::concat).orElse("")
            + OTHER);
  }

  private static Map<String, List<Long>> shapes(final List<SafetensorsHeader.Entry> entries) {
    return entries.stream()
        .collect(
            Collectors.toMap(
                SafetensorsHeader.Entry::name,
                SafetensorsHeader.Entry::shape,
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static Optional<Classifier> head(
      final WeightSource source,
      final Map<String, List<Long>> shapes,
      final TensorNames names,
      final Set<String> trunk,
      final int features) {
    if (shapes.containsKey(names.headWeights())) {
      return Classifier.usual(
          names.headWeights(), names.headBias(), shapes.get(names.headWeights()));
    }
    final Map<String, List<Long>> others = new LinkedHashMap<>(shapes);
    others.keySet().removeAll(trunk);
    return Classifier.only(Classifier.pairs(others, features), source::refuse);
  }

  @Override
  public Weights read(final WeightSource source, final Architecture architecture)
      throws IOException {
    final DataInputStream in = new DataInputStream(source.stream());
    try {
      final List<SafetensorsHeader.Entry> entries = sorted(source, header(source, in));
      final Map<String, List<Long>> shapes = shapes(entries);
      final TensorNames names = TensorNames.of(shapes.keySet());
      final Map<String, TensorSpec> wanted = names.wanted(architecture);
      final Optional<Classifier> renamed = renamed(source, shapes, names, wanted);
      final Map<String, float[]> read =
          new SafetensorsValues(source, in)
              .read(entries, wanted, names::isPassedOver, architecture.name());
      renamed.ifPresent(
          head -> {
            read.put(names.headWeights(), read.remove(head.weights()));
            read.put(names.headBias(), read.remove(head.bias()));
          });
      return weights(source, architecture, names.ours(architecture, read));
    } catch (final EOFException e) {
      throw source.refuse("ended while it was read" + DAMAGED, e);
    }
  }

  /** The classifier under a name of its own, which takes the usual one's place among the wanted. */
  private static Optional<Classifier> renamed(
      final WeightSource source,
      final Map<String, List<Long>> shapes,
      final TensorNames names,
      final Map<String, TensorSpec> wanted) {
    final TensorSpec usual = wanted.get(names.headWeights());
    if (usual == null || shapes.containsKey(names.headWeights())) {
      return Optional.empty();
    }
    final Optional<Classifier> renamed =
        head(source, shapes, names, wanted.keySet(), usual.shape().get(1));
    renamed.ifPresent(
        head -> {
          wanted.put(head.weights(), rename(wanted.remove(names.headWeights()), head.weights()));
          wanted.put(head.bias(), rename(wanted.remove(names.headBias()), head.bias()));
        });
    return renamed;
  }

  private static TensorSpec rename(final TensorSpec spec, final String name) {
    return new TensorSpec(name, spec.shape());
  }

  /** Folding can make what is not finite of what is. */
  private static Weights weights(
      final WeightSource source,
      final Architecture architecture,
      final Map<String, float[]> values) {
    values.forEach((name, tensor) -> FiniteCheck.check(source, name, tensor));
    return new Weights(architecture.tensors(), values);
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
      final List<SafetensorsHeader.Entry> entries = sorted(source, header);
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

  private static List<SafetensorsHeader.Entry> sorted(
      final WeightSource source, final SafetensorsHeader header) {
    return header.sorted(source.size() - START - headerLength(source.head()), source::refuse);
  }
}
