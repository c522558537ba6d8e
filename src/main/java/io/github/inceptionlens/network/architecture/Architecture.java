package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The table of one training of InceptionV1: its nodes in the order of computation, with the names
 * of the literature (methods: Szegedy et al. 2014; names: Olah et al., Circuits).
 *
 * <p>A pure description: no weights, no tensors.
 */
public final class Architecture {

  /** The name of the image, which the first node reads. */
  public static final String INPUT = "input";

  /** What a name ends with when the value before the rectifier is meant. */
  public static final String PRE_RELU = "_pre_relu";

  /** What a name ends with when a layer's values as they were trained are meant. */
  public static final String UNEDITED = "_unedited";

  /** Stands in names of rows that only other rows read. */
  public static final String INNER = "~";

  /** The node of the class scores before the softmax. */
  public static final String LOGITS = "softmax2_pre_activation";

  /** The node of the class probabilities. */
  public static final String PROBABILITIES = "softmax2";

  private static final String LAYER = "layer";

  private final String name;
  private final NamedRows rows;
  private final EditedRows edited;
  private final Preprocessing preprocessing;
  private final List<String> labels;

  public Architecture(
      final String name,
      final List<Node> table,
      final Preprocessing preprocessing,
      final List<String> labels) {
    this(name, table, preprocessing, labels, Map.of());
  }

  /** As the other constructor, with more names of rows, and the rows that they stand for. */
  Architecture(
      final String name,
      final List<Node> table,
      final Preprocessing preprocessing,
      final List<String> labels,
      final Map<String, String> more) {
    this(name, table, preprocessing, labels, more, EditedRows.NONE);
  }

  private Architecture(
      final String name,
      final List<Node> table,
      final Preprocessing preprocessing,
      final List<String> labels,
      final Map<String, String> more,
      final EditedRows edited) {
    this.name = name;
    this.preprocessing = preprocessing;
    this.labels = labels;
    this.edited = edited;
    this.rows = new NamedRows(table, more);
  }

  /** The same table under another name. */
  public Architecture named(final String other) {
    return new Architecture(other, nodes(), preprocessing, labels, rows.aliases(), edited);
  }

  private Architecture with(final List<Node> table, final EditedRows now) {
    return new Architecture(name, table, preprocessing, labels, rows.aliases(), now);
  }

  /**
   * This table with rows beside its own, which read a layer and which no row of the trunk reads.
   *
   * @param grafts in the order of computation
   * @param texts of units of the new rows, one per channel, may be empty texts, by name of a row
   * @throws UserError when a row has the name of one that there is
   */
  public Architecture grafted(final List<Node> grafts, final Map<String, List<String>> texts) {
    final List<Node> table = new ArrayList<>(nodes());
    for (final Node graft : grafts) {
      if (has(graft.name())) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "the name \"%s\" is that of a layer of %s: choose another one",
                graft.name(),
                name));
      }
      table.add(graft);
    }
    return with(table, edited.grafted(grafts, texts));
  }

  /**
   * This table with rows between a layer and those that read it: the row of that name becomes
   * another one, and what it was goes on as {@link #UNEDITED} (of a layer edited before, under an
   * inner name). Grafts of the layer read what they read before.
   *
   * @param nameOrAlias a layer with positions
   * @param between from the name under which the layer's row goes on to rows of which one has the
   *     layer's name
   * @throws UserError when there is no such layer, or it is one before a rectifier
   */
  public Architecture spliced(
      final String nameOrAlias, final Function<String, List<Node>> between) {
    final Splicing splicing = new Splicing(nodes(), edited, layer(nameOrAlias).name());
    final List<Node> more = between.apply(splicing.before());
    return with(splicing.table(more), splicing.edited(more));
  }

  /** Whether there is a row of this canonical name or alias. */
  public boolean has(final String nameOrAlias) {
    return rows.find(nameOrAlias).isPresent();
  }

  /** The texts of units, for all that names a unit to a reader. */
  public EntryLabels entryLabels() {
    return edited.labels();
  }

  /** Whether a row was grafted onto the table. */
  public boolean isGrafted(final String nameOrAlias) {
    return edited.isGrafted(node(nameOrAlias).name());
  }

  /** Whether a layer has other values than trained ones for those that read it. */
  public boolean isEdited(final String nameOrAlias) {
    return has(node(nameOrAlias).name() + UNEDITED);
  }

  /** Whether a row is one that edits need, and no layer. */
  public boolean isInner(final String row) {
    return row.contains(INNER) || edited.isEarlier(row);
  }

  /** The row of a layer before all edits; itself where there are none. */
  public Node unedited(final String nameOrAlias) {
    final Node node = node(nameOrAlias);
    return rows.find(node.name() + UNEDITED).orElse(node);
  }

  /** The layer whose value before all edits a row is; the row itself where it is no such. */
  public static String edited(final String row) {
    return row.endsWith(UNEDITED) ? row.substring(0, row.length() - UNEDITED.length()) : row;
  }

  /** The row of the trunk that a row is, or that the graft to which it belongs reads. */
  public Node trunk(final String nameOrAlias) {
    Node node = node(nameOrAlias);
    while (edited.isGrafted(node.name())) {
      node = rows.below(node);
    }
    return node(edited.latest(node.name()));
  }

  /** The training's name, for instance {@code imagenet-caffe}. */
  public String name() {
    return name;
  }

  /** From RGB to the network's input. */
  public Preprocessing preprocessing() {
    return preprocessing;
  }

  /** One label per class, in the order of the logits; none where there is no classifier. */
  public List<String> labels() {
    return labels;
  }

  /**
   * The labels of a network that tells classes.
   *
   * @throws UserError when it has no classifier; the sentence says what to ask instead
   */
  public List<String> classes() {
    if (labels.isEmpty()) {
      throw new UserError(
          name
              + " has no classifier, so that it knows no classes: give a unit such as mixed4c:12 as"
              + " target, or another network");
    }
    return labels;
  }

  /** All rows in the order of computation. */
  public List<Node> nodes() {
    return rows.all();
  }

  /**
   * The row of the given canonical name or alias.
   *
   * @throws UserError when there is none; the sentence lists what exists
   */
  public Node node(final String nameOrAlias) {
    return node(LAYER, nameOrAlias);
  }

  private Node node(final String key, final String row) {
    final Optional<Node> found = rows.find(row);
    if (found.isEmpty() && row.startsWith(PROBABILITIES)) {
      classes();
    }
    return found.orElseThrow(() -> rows.missing(key, row, name));
  }

  /**
   * The layer of the given canonical name or alias.
   *
   * @throws UserError when there is none, or when it has no positions (the classifier)
   */
  public Layer layer(final String nameOrAlias) {
    return layer(LAYER, nameOrAlias);
  }

  /**
   * The same.
   *
   * @param key what the user gave the name for, which the sentence names
   */
  public Layer layer(final String key, final String nameOrAlias) {
    return rows.layer(node(key, nameOrAlias)).orElseThrow(() -> rows.placeless(key, nameOrAlias));
  }

  /** The last layer with positions on the way to a node: itself, or what the classifier reads. */
  public Layer spatial(final String nameOrAlias) {
    Node node = node(nameOrAlias);
    while (rows.layer(node).isEmpty()) {
      node = rows.below(node);
    }
    return rows.layer(node).orElseThrow();
  }

  /** The shortest side of a picture on which all named places have values. */
  public int smallest(final Collection<String> names) {
    return names.stream().mapToInt(name -> Geometry.smallest(spatial(name))).max().orElse(1);
  }

  /** The layers that the literature speaks of: conv2d0 to mixed5b, without branches and pools. */
  public List<String> mainLayers() {
    return rows.mainLayers();
  }

  /**
   * Reads a unit such as {@code mixed4c:447} or {@code inception_4c/output:447}.
   *
   * @return the unit with the layer's canonical name
   * @throws UserError when the layer or the channel does not exist
   */
  public Unit unit(final String text) {
    final Unit unit = Unit.parse(text);
    return layer(unit.layer()).unit(unit.channel());
  }

  /** The weights and biases that the table needs, in its order. */
  public List<NodeParameters> parameters() {
    return parameters(nodes());
  }

  /** The weights and biases that some rows need, in their order. */
  public List<NodeParameters> parameters(final List<Node> some) {
    return some.stream()
        .flatMap(node -> node.op().weights().map(one -> parameters(node, one)).stream())
        .toList();
  }

  private NodeParameters parameters(final Node node, final Operation.WeightShape weights) {
    final Node named = node.alias().isEmpty() ? rows.find(weights.parameters()).orElse(node) : node;
    return NodeParameters.of(weights.parameters(), named.alias(), weights.shape());
  }

  /** The tensors that the table needs, in its order: weights, then bias, node by node. */
  public List<TensorSpec> tensors() {
    return parameters().stream()
        .flatMap(parameters -> Stream.of(parameters.weights(), parameters.bias()))
        .toList();
  }
}
