package io.github.inceptionlens.circuit.node;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.edit.Graft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What circuits are made of: the units of the layers that every way from the image to an answer
 * crosses, the lowest layer first, counted through all of them from 0. Units of the layer that is
 * asked about, and of those above, are no nodes.
 */
public final class TraceNodes {

  private final List<TraceLayer> layers;
  private final int[] offsets;

  private TraceNodes(final List<TraceLayer> layers) {
    this.layers = List.copyOf(layers);
    offsets = new int[layers.size() + 1];
    for (int i = 0; i < layers.size(); i++) {
      offsets[i + 1] = offsets[i] + layers.get(i).count();
    }
  }

  /**
   * The nodes below an answer.
   *
   * @param dictionaries names of dictionaries with a decoder whose entries are nodes in the place
   *     of the channels of the layers that they read
   * @throws UserError when no layer lies below the answer, or a dictionary cannot stand there
   */
  public static TraceNodes below(
      final Architecture table, final Objective answer, final Collection<String> dictionaries) {
    final List<String> names =
        answer.names().stream().map(name -> table.node(name).name()).toList();
    final List<TraceLayer> layers = new ArrayList<>();
    for (final String row : table.mainLayers()) {
      if (isCrossed(table, row, names)) {
        layers.add(new TraceLayer(row, row, table.node(row).channels()));
      }
    }
    if (layers.isEmpty()) {
      throw new UserError(
          "the target reads "
              + String.join(" and ", names)
              + ", below which every way crosses no layer: give a class, or a unit of a higher"
              + " layer");
    }
    dictionaries.forEach(dictionary -> substitute(table, layers, dictionary));
    return new TraceNodes(layers);
  }

  /** Whether nothing but a row is needed to compute what lies above its trunk. */
  private static boolean isCrossed(
      final Architecture table, final String row, final List<String> names) {
    if (names.stream().anyMatch(name -> table.trunk(name).name().equals(row))) {
      return false;
    }
    try {
      final List<Node> path = new Walk(table, List.of(row), names).path();
      return path.stream().anyMatch(node -> node.inputs().contains(row));
    } catch (final IllegalArgumentException e) {
      return false;
    }
  }

  private static void substitute(
      final Architecture table, final List<TraceLayer> layers, final String dictionary) {
    final Node entries = table.node(dictionary);
    final String row = table.trunk(entries.name()).name();
    final int index = layers.stream().map(TraceLayer::row).toList().indexOf(row);
    if (!table.isGrafted(entries.name()) || !table.has(entries.name() + Graft.DECODED)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is no dictionary with a decoder, so that its entries make up no layer: give one"
                  + " with a decoder, or none",
              dictionary));
    }
    if (index < 0 || layers.get(index).isDictionary() || table.isEdited(row)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "dictionary %s is one of %s, which is no layer below the target, has a dictionary"
                  + " already, or is edited: give at most one for each of %s",
              dictionary,
              row,
              String.join(", ", layers.stream().map(TraceLayer::row).toList())));
    }
    layers.set(index, new TraceLayer(entries.name(), row, entries.channels()));
  }

  /**
   * Those of some of the layers alone.
   *
   * @param names as of {@link #names}, at least one
   */
  public TraceNodes of(final Collection<String> names) {
    return new TraceNodes(layers.stream().filter(layer -> names.contains(layer.name())).toList());
  }

  /** The layers, the lowest first. */
  public List<TraceLayer> layers() {
    return layers;
  }

  /** How many nodes there are. */
  public int count() {
    return offsets[layers.size()];
  }

  /** The index of a layer's first node. */
  public int first(final int layer) {
    return offsets[layer];
  }

  /** The index of the layer that a node is of. */
  public int layer(final int node) {
    return IntStream.range(0, layers.size())
        .filter(layer -> node < offsets[layer + 1])
        .findFirst()
        .orElseThrow();
  }

  /** A node by its index, as a unit. */
  public Unit unit(final int node) {
    final int layer = layer(node);
    return new Unit(layers.get(layer).name(), node - offsets[layer]);
  }

  /** The index of a unit that is a node. */
  public int index(final Unit unit) {
    for (int layer = 0; layer < layers.size(); layer++) {
      if (layers.get(layer).name().equals(unit.layer())) {
        return offsets[layer] + unit.channel();
      }
    }
    throw new IllegalArgumentException(unit + " is no node");
  }

  /** The names by which the values of all nodes are asked for. */
  public List<String> names() {
    return layers.stream().map(TraceLayer::name).toList();
  }
}
