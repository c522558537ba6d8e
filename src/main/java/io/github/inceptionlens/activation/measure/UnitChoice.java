package io.github.inceptionlens.activation.measure;

import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.UnitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which units are measured: channels of one layer ({@code strongest:12}, {@code all}, {@code
 * 0-15,447}), or units of any ({@code mixed4c:447,12;mixed5a:3}, {@code all but mixed4c:447}).
 *
 * @param layers the layers of the units, canonical names, none twice
 * @param units those that have to be measured, in the order in which they are shown
 * @param ranked which of them are shown, where that depends on their values
 */
public record UnitChoice(List<Layer> layers, List<Unit> units, Optional<ChannelSelection> ranked) {

  private static final Pattern NEXT_LAYER = Pattern.compile(",(?=\\s*(all\\s+but\\s+)?[A-Za-z])");

  /** Copies the lists. */
  public UnitChoice {
    layers = List.copyOf(layers);
    units = List.copyOf(units);
  }

  /** Whether a text names units with their layers. */
  public static boolean namesLayers(final String units) {
    return units.contains(":") && !units.strip().startsWith("strongest");
  }

  /**
   * Looks at a text.
   *
   * @throws UserError when it has another form
   */
  public static void check(final String units) {
    if (namesLayers(units)) {
      sets(units);
    } else {
      ChannelSelection.parse("units", units);
    }
  }

  private static List<UnitSet> sets(final String units) {
    return UnitSet.parseAll(NEXT_LAYER.matcher(units).replaceAll(";"));
  }

  /**
   * The units of a network.
   *
   * @param layer the layer of channels without one; canonical name or alias
   * @throws UserError when there is no such layer or channel
   */
  public static UnitChoice of(final Architecture network, final String layer, final String units) {
    if (!namesLayers(units)) {
      return ofLayer(network.layer(layer), ChannelSelection.parse("units", units));
    }
    final List<Unit> all =
        sets(units).stream()
            .flatMap(
                set -> {
                  final Layer own = network.layer(set.layer());
                  return set.channels(network).stream().map(own::unit);
                })
            .distinct()
            .toList();
    final List<Layer> layers =
        all.stream().map(Unit::layer).distinct().map(network::layer).toList();
    return new UnitChoice(layers, all, Optional.empty());
  }

  private static UnitChoice ofLayer(final Layer layer, final ChannelSelection channels) {
    final Optional<ChannelSelection> ranked = Optional.of(channels).filter(ChannelSelection::ranks);
    final List<Integer> measured =
        (ranked.isPresent() ? ChannelSelection.parse("all") : channels)
            .of(layer, () -> new double[0]);
    return new UnitChoice(List.of(layer), measured.stream().map(layer::unit).toList(), ranked);
  }

  /** The names of the layers. */
  public List<String> names() {
    return layers.stream().map(Layer::name).toList();
  }

  /** The layer whose units see most: what it needs of an image's surroundings suffices for all. */
  public Layer widest() {
    return layers.stream().max(Comparator.comparingInt(one -> one.windows().size())).orElseThrow();
  }

  /**
   * The indices of the units that are shown, in order.
   *
   * @param strength one value per unit, asked for only where that matters
   */
  public List<Integer> shown(final Supplier<double[]> strength) {
    return ranked
        .map(channels -> channels.of(layers.get(0), strength))
        .orElseGet(() -> IntStream.range(0, units.size()).boxed().toList());
  }
}
