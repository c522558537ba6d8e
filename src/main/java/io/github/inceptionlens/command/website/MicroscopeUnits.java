package io.github.inceptionlens.command.website;

import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.activation.example.LayerUnits;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which units a site shows.
 *
 * @param layers in the order of the site
 */
record MicroscopeUnits(List<ChosenLayer> layers) {

  /** Copies the list. */
  MicroscopeUnits {
    layers = List.copyOf(layers);
  }

  /**
   * Units of a layer.
   *
   * @param seen those that are looked at
   * @param ranked which of them are shown, where that depends on their values
   */
  record ChosenLayer(LayerUnits seen, Optional<ChannelSelection> ranked) {

    Layer layer() {
      return seen.layer();
    }
  }

  /**
   * Looks at texts, before the network is there.
   *
   * @throws UserError when one has another form
   */
  static void check(final String layers, final String units) {
    UnitChoice.check(units);
    if (!UnitChoice.namesLayers(units)) {
      names(layers);
    }
  }

  /** Whether the units come with their layers. */
  static boolean namesLayers(final String units) {
    return UnitChoice.namesLayers(units);
  }

  /**
   * The units of a network.
   *
   * @param layers with commas between; not read where the units name their layers
   * @param units of each layer, or units with their layers
   * @throws UserError when there is no such layer or unit
   */
  static MicroscopeUnits of(final Architecture network, final String layers, final String units) {
    if (UnitChoice.namesLayers(units)) {
      final UnitChoice choice = UnitChoice.of(network, "", units);
      return new MicroscopeUnits(
          choice.layers().stream().map(layer -> of(network, choice, layer)).toList());
    }
    return new MicroscopeUnits(
        names(layers).stream()
            .map(name -> network.layer("layers", name))
            .distinct()
            .map(layer -> of(network, UnitChoice.of(network, layer.name(), units), layer))
            .toList());
  }

  private static ChosenLayer of(
      final Architecture network, final UnitChoice choice, final Layer layer) {
    final List<Integer> channels =
        choice.units().stream()
            .filter(unit -> unit.layer().equals(layer.name()))
            .map(Unit::channel)
            .toList();
    return new ChosenLayer(LayerUnits.of(network, layer.name(), channels), choice.ranked());
  }

  private static List<String> names(final String layers) {
    final List<String> names = Choices.list(layers, ",").filter(one -> !one.isEmpty()).toList();
    if (names.isEmpty()) {
      throw new UserError("layers is empty, expected layers such as mixed4b,mixed4c");
    }
    return names;
  }

  /** The layer whose units see most. */
  Layer widest() {
    return layers.stream()
        .map(ChosenLayer::layer)
        .max(Comparator.comparingInt(one -> one.windows().size()))
        .orElseThrow();
  }

  /** How many units are looked at. */
  int size() {
    return layers.stream().mapToInt(one -> one.seen().channels().size()).sum();
  }

  /** What the units are called that are looked at. */
  List<String> names() {
    return layers.stream().flatMap(one -> one.seen().units().stream()).toList();
  }
}
