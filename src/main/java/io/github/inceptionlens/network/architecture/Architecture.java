package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** The node of the class scores before the softmax. */
  public static final String LOGITS = "softmax2_pre_activation";

  /** The node of the class probabilities. */
  public static final String PROBABILITIES = "softmax2";

  private final String name;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private final Set<String> grafted = new HashSet<>();
  private final Preprocessing preprocessing;
  private final List<String> labels;

  public Architecture(
      final String name,
      final List<Node> table,
      final Preprocessing preprocessing,
      final List<String> labels) {
    this.name = name;
    this.preprocessing = preprocessing;
    this.labels = labels;
    table.forEach(this::add);
  }

  private Architecture(final Architecture trunk, final List<Node> grafts) {
    this(trunk.name, trunk.nodes(), trunk.preprocessing, trunk.labels);
    grafted.addAll(trunk.grafted);
    for (final Node graft : grafts) {
      if (nodes.containsKey(graft.name()) || aliases.containsKey(graft.name())) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "the name \"%s\" is that of a layer of %s: choose another one",
                graft.name(),
                name));
      }
      add(graft);
      grafted.add(graft.name());
    }
  }

  /**
   * This table with rows beside its own, which read a layer and which no row of the trunk reads.
   *
   * @param grafts in the order of computation
   * @throws UserError when a row has the name of one that there is
   */
  public Architecture grafted(final List<Node> grafts) {
    return new Architecture(this, grafts);
  }

  /** Whether a row was grafted onto the table. */
  public boolean isGrafted(final String nameOrAlias) {
    return grafted.contains(node(nameOrAlias).name());
  }

  /** The row of the trunk that a row is, or that the graft to which it belongs reads. */
  public Node trunk(final String nameOrAlias) {
    Node node = node(nameOrAlias);
    while (grafted.contains(node.name())) {
      node = nodes.get(node.inputs().get(0));
    }
    return node;
  }

  private void add(final Node node) {
    nodes.put(node.name(), node);
    if (!node.alias().isEmpty()) {
      aliases.put(node.alias(), node.name());
      if (node.alias().endsWith("/output")) {
        aliases.put(node.alias().substring(0, node.alias().indexOf('/')), node.name());
      }
    }
    windows(node)
        .ifPresent(
            windows -> layers.put(node.name(), new Layer(node.name(), node.channels(), windows)));
  }

  /** The windows up to a node along the widest path; empty for a node without positions. */
  private Optional<List<SlidingWindow>> windows(final Node node) {
    if (node.op() instanceof Operation.GlobalMean
        || node.op() instanceof Operation.Dense
        || node.op() instanceof Operation.Softmax) {
      return Optional.empty();
    }
    final List<SlidingWindow> windows = new ArrayList<>();
    for (final String input : node.inputs()) {
      final List<SlidingWindow> path =
          input.equals(INPUT) ? List.of() : layers.get(input).windows();
      if (field(path) > field(windows)) {
        windows.clear();
        windows.addAll(path);
      }
    }
    if (node.op() instanceof Operation.Convolution convolution) {
      windows.add(convolution.window());
    } else if (node.op() instanceof Operation.MaxPool pool) {
      windows.add(pool.window());
    }
    return Optional.of(windows);
  }

  private static int field(final List<SlidingWindow> windows) {
    int field = 1;
    int stride = 1;
    for (final SlidingWindow window : windows) {
      field += (window.kernel() - 1) * stride;
      stride *= window.stride();
    }
    return field;
  }

  /** The training's name, for instance {@code imagenet-caffe}. */
  public String name() {
    return name;
  }

  /** From RGB to the network's input. */
  public Preprocessing preprocessing() {
    return preprocessing;
  }

  /** One label per class, in the order of the logits. */
  public List<String> labels() {
    return labels;
  }

  /** All rows in the order of computation. */
  public List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  /**
   * The row of the given canonical name or alias.
   *
   * @throws UserError when there is none; the sentence lists what exists
   */
  public Node node(final String nameOrAlias) {
    final Node node = nodes.get(aliases.getOrDefault(nameOrAlias, nameOrAlias));
    if (node == null) {
      throw new UserError(
          "layer is \""
              + nameOrAlias
              + "\", but "
              + name
              + " has "
              + String.join(", ", mainLayers())
              + ", their branches such as mixed4c_5x5, and each with "
              + PRE_RELU);
    }
    return node;
  }

  /**
   * The layer of the given canonical name or alias.
   *
   * @throws UserError when there is none, or when it has no positions (the classifier)
   */
  public Layer layer(final String nameOrAlias) {
    final Layer layer = layers.get(node(nameOrAlias).name());
    if (layer == null) {
      throw new UserError(
          "layer is \""
              + nameOrAlias
              + "\", which has no positions; choose one of "
              + String.join(", ", mainLayers()));
    }
    return layer;
  }

  /**
   * The last layer with positions on the way to a node: itself, or the one that the classifier
   * reads.
   */
  public Layer spatial(final String nameOrAlias) {
    Node node = node(nameOrAlias);
    while (!layers.containsKey(node.name())) {
      node = nodes.get(node.inputs().get(0));
    }
    return layers.get(node.name());
  }

  /**
   * The shortest side of a picture on which all named places have values.
   *
   * @param names canonical names or aliases
   */
  public int smallest(final Collection<String> names) {
    return names.stream().mapToInt(name -> Geometry.smallest(spatial(name))).max().orElse(1);
  }

  /** The layers that the literature speaks of: conv2d0 to mixed5b, without branches and pools. */
  public List<String> mainLayers() {
    return layers.keySet().stream()
        .filter(layer -> layer.matches("conv2d\\d|mixed\\d[a-e]"))
        .toList();
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
  public List<NodeParameters> parameters(final List<Node> rows) {
    final List<NodeParameters> parameters = new ArrayList<>();
    for (final Node node : rows) {
      if (node.op() instanceof Operation.Convolution convolution) {
        final int kernel = convolution.window().kernel();
        final List<Integer> shape = List.of(convolution.out(), convolution.in(), kernel, kernel);
        final String alias = nodes.get(convolution.parameters()).alias();
        parameters.add(parameters(convolution.parameters(), alias, shape));
      } else if (node.op() instanceof Operation.Dense dense) {
        final List<Integer> shape = List.of(dense.out(), dense.in());
        parameters.add(parameters(dense.parameters(), node.alias(), shape));
      }
    }
    return parameters;
  }

  private static NodeParameters parameters(
      final String name, final String alias, final List<Integer> shape) {
    return new NodeParameters(
        name,
        alias,
        new TensorSpec(name + "_w", shape),
        new TensorSpec(name + "_b", shape.subList(0, 1)));
  }

  /** The tensors that the table needs, in its order: weights, then bias, node by node. */
  public List<TensorSpec> tensors() {
    return parameters().stream()
        .flatMap(parameters -> Stream.of(parameters.weights(), parameters.bias()))
        .toList();
  }
}
