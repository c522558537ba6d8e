package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows of a table by name, and the layers that those with positions are. */
final class NamedRows {

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final Map<String, Layer> layers = new LinkedHashMap<>();

  /**
   * @param table in the order of computation
   * @param more names of rows, and the rows that they stand for
   */
  NamedRows(final List<Node> table, final Map<String, String> more) {
    table.forEach(this::add);
    aliases.putAll(more);
  }

  private void add(final Node node) {
    nodes.put(node.name(), node);
    if (!node.alias().isEmpty()) {
      aliases.put(node.alias(), node.name());
      if (node.alias().endsWith("/output")) {
        aliases.put(node.alias().substring(0, node.alias().indexOf('/')), node.name());
      }
    }
    WidestPath.to(node, layers)
        .ifPresent(
            windows -> layers.put(node.name(), new Layer(node.name(), node.channels(), windows)));
  }

  /** All, in the order of computation. */
  List<Node> all() {
    return List.copyOf(nodes.values());
  }

  /** Further names, and the rows that they stand for. */
  Map<String, String> aliases() {
    return aliases;
  }

  Optional<Node> find(final String nameOrAlias) {
    return Optional.ofNullable(nodes.get(aliases.getOrDefault(nameOrAlias, nameOrAlias)));
  }

  /** The row that another one reads first. */
  Node below(final Node node) {
    return nodes.get(node.inputs().get(0));
  }

  /** The layer that a row is; empty for one without positions. */
  Optional<Layer> layer(final Node node) {
    return Optional.ofNullable(layers.get(node.name()));
  }

  /** Those of the literature with positions, in the order of computation. */
  List<String> mainLayers() {
    return layers.keySet().stream()
        .filter(layer -> layer.matches("conv2d\\d|mixed\\d[a-e]"))
        .toList();
  }

  /**
   * There is no such row.
   *
   * @param key what the user gave the name for
   * @param network the table's name
   */
  UserError missing(final String key, final String row, final String network) {
    return new UserError(
        String.format(
            Locale.ROOT,
            "%s is \"%s\", but %s has %s, their branches such as mixed4c_5x5, and each with %s",
            key,
            row,
            network,
            String.join(", ", mainLayers()),
            Architecture.PRE_RELU));
  }

  /** A row has no positions where one with positions is needed. */
  UserError placeless(final String key, final String row) {
    return new UserError(
        String.format(
            Locale.ROOT,
            "%s is \"%s\", which has no positions; choose one of %s",
            key,
            row,
            String.join(", ", mainLayers())));
  }
}
