package io.github.inceptionlens.command.example;

import io.github.inceptionlens.activation.example.ClassUnits;
import io.github.inceptionlens.activation.example.LayerUnits;
import io.github.inceptionlens.activation.example.RankedUnits;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.function.Function;

/**
 * Units of one layer, or classes, of which examples are sought.
 *
 * @param ranked what ranks the places
 * @param layer what the units are of
 * @param channels which of its units, in the order of the examples
 * @param maps the values of the units, as they are named, on a picture
 * @param isWhole whether a unit sees the whole picture
 */
record UnitGroup(
    RankedUnits ranked,
    Layer layer,
    List<Integer> channels,
    Function<Seen<?>, FeatureMap> maps,
    boolean isWhole) {

  private static final List<String> EMBEDDINGS = List.of("mixed5b", "mixed4c");

  UnitGroup {
    channels = List.copyOf(channels);
  }

  static UnitGroup of(final LayerUnits units) {
    final String layer = units.layer().name();
    return new UnitGroup(
        units, units.layer(), units.channels(), seen -> seen.activations().map(layer), false);
  }

  static UnitGroup of(final ClassUnits units) {
    return new UnitGroup(units, units.layer(), units.classes(), units::map, true);
  }

  /** Width and height in pixels of what a unit sees of a picture. */
  int field(final View view) {
    return isWhole
        ? 2 * Math.max(view.width(), view.height())
        : Geometry.of(layer, view.width(), view.height()).x().receptiveField();
  }

  /** The layer that sees crops otherwise than the units do, late in the network. */
  String embedding(final Architecture network) {
    final boolean isLate = isWhole || network.trunk(layer.name()).name().startsWith("mixed5");
    return EMBEDDINGS.get(isLate ? 1 : 0);
  }
}
