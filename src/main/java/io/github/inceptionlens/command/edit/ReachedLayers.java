package io.github.inceptionlens.command.edit;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Walk;
import java.util.Comparator;
import java.util.List;

/** The layers that an edit of a network changes. */
final class ReachedLayers {

  private ReachedLayers() {}

  /**
   * The layer of a name.
   *
   * @param edited the network's table with the edits
   * @param key the key that names it
   * @throws UserError when there is no such layer, or the change does not reach it
   */
  static Layer require(final Architecture edited, final String key, final String name) {
    final Layer layer = edited.layer(name);
    if (!isReached(edited, layer.name())) {
      throw new UserError(
          key + " is \"" + name + "\", which the changed units do not reach: choose a later layer");
    }
    return layer;
  }

  private static boolean isReached(final Architecture edited, final String layer) {
    return new Walk(edited, List.of(Architecture.INPUT), List.of(layer))
        .path().stream().anyMatch(node -> edited.isEdited(node.name()));
  }

  /**
   * The main layers after the last of those that are changed, in the order of computation.
   *
   * @param network the table without the edits
   * @param changed layers, branches or dictionaries
   */
  static List<String> after(final Architecture network, final List<Layer> changed) {
    final List<String> order = network.nodes().stream().map(Node::name).toList();
    final int last = order.indexOf(last(network, changed));
    return network.mainLayers().stream().filter(name -> order.indexOf(name) > last).toList();
  }

  /** The last of the layers in which some are changed: a dictionary's is the one that it reads. */
  static String last(final Architecture network, final List<Layer> changed) {
    final List<String> order = network.nodes().stream().map(Node::name).toList();
    return changed.stream()
        .map(layer -> network.trunk(layer.name()).name())
        .max(Comparator.comparingInt(order::indexOf))
        .orElseThrow();
  }
}
