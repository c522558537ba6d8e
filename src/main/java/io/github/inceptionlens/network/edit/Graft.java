package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Padding;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows beside the trunk that read a layer at every place: strengths of directions, {@code
 * mydict_pre_relu = encoder · x + bias}, what a nonlinearity makes of them, {@code mydict}, and
 * where there is a decoder the way back, {@code mydict_decoded = decoderᵀ · mydict + center}.
 * Without a nonlinearity {@code mydict} is the strengths themselves. Nothing else in the network
 * changes.
 */
public final class Graft implements NetworkEdit {

  /** What the name of the way back ends with. */
  public static final String DECODED = "_decoded";

  private static final SlidingWindow PLACE = new SlidingWindow(1, 1, new Padding.Fixed(0, false));

  private final String name;
  private final String reads;
  private final Affine encoder;
  private final Nonlinearity nonlinearity;
  private final Optional<Affine> decoder;
  private final List<String> labels;

  /**
   * A linear map with an offset.
   *
   * @param weights [out, in], row-major; shared, not copied
   * @param bias one value per output; shared, not copied
   */
  public record Affine(float[] weights, float[] bias) {

    /** Refuses weights that are no matrix of so many rows. */
    public Affine {
      if (bias.length == 0 || weights.length % bias.length != 0 || weights.length == 0) {
        throw new IllegalArgumentException(weights.length + " weights of " + bias.length + " rows");
      }
    }

    int inputs() {
      return weights.length / bias.length;
    }

    int outputs() {
      return bias.length;
    }

    void requireInputs(final String name, final Layer layer, final Architecture network) {
      if (layer.channels() != inputs()) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "%s is of a layer of %d channels, but %s of %s has %d",
                name,
                inputs(),
                layer.name(),
                network.name(),
                layer.channels()));
      }
    }
  }

  /**
   * @param name of the new layer
   * @param reads the layer that is read, by canonical name or alias
   * @param encoder from the layer's channels to the entries
   * @param decoder from the entries to the layer's channels
   */
  public Graft(
      final String name,
      final String reads,
      final Affine encoder,
      final Nonlinearity nonlinearity,
      final Optional<Affine> decoder) {
    this(name, reads, encoder, nonlinearity, decoder, List.of());
  }

  private Graft(
      final String name,
      final String reads,
      final Affine encoder,
      final Nonlinearity nonlinearity,
      final Optional<Affine> decoder,
      final List<String> labels) {
    this.name = name;
    this.reads = reads;
    this.encoder = encoder;
    this.nonlinearity = nonlinearity;
    this.decoder = decoder;
    this.labels = List.copyOf(labels);
  }

  /**
   * The same with texts that stand behind its entries wherever these are named.
   *
   * @param texts one per entry, may be empty texts
   */
  public Graft labeled(final List<String> texts) {
    return new Graft(name, reads, encoder, nonlinearity, decoder, texts);
  }

  @Override
  public Architecture architecture(final Architecture parent) {
    final Layer layer = parent.layer(reads);
    encoder.requireInputs(name, layer, parent);
    final List<Node> rows = new ArrayList<>();
    final int entries = encoder.outputs();
    final Optional<Operation> operation = nonlinearity.operation();
    final String strengths = operation.isPresent() ? name + Architecture.PRE_RELU : name;
    rows.add(row(strengths, name, layer.name(), layer.channels(), entries));
    operation.ifPresent(op -> rows.add(new Node(name, "", op, List.of(strengths), entries)));
    if (decoder.isPresent()) {
      rows.add(row(name + DECODED, name + DECODED, name, entries, layer.channels()));
    }
    final Map<String, List<String>> texts = new HashMap<>();
    texts.put(name, labels);
    texts.put(strengths, labels);
    return parent.grafted(rows, texts);
  }

  /** A row that maps channels to channels at every place. */
  static Node row(
      final String row, final String parameters, final String input, final int in, final int out) {
    final Operation op = new Operation.Convolution(parameters, in, out, PLACE);
    return new Node(row, "", op, List.of(input), out);
  }

  @Override
  public Map<String, float[]> tensors(
      final Architecture edited, final Function<String, float[]> values) {
    final Map<String, float[]> tensors = new LinkedHashMap<>();
    put(tensors, name, encoder);
    decoder.ifPresent(back -> put(tensors, name + DECODED, back));
    nonlinearity.thresholds().ifPresent(each -> tensors.put(name + "_threshold", each));
    return tensors;
  }

  private static void put(
      final Map<String, float[]> tensors, final String parameters, final Affine map) {
    tensors.put(parameters + "_w", map.weights());
    tensors.put(parameters + "_b", map.bias());
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "dictionary %s of %s, %d entries, %s",
        name,
        reads,
        encoder.outputs(),
        nonlinearity);
  }
}
