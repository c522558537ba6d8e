package io.github.inceptionlens.command.coverage;

import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.dictionary.RandomTrainer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.NetworkEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The units whose coverage is compared: those that are named, and as many random directions. */
final class CoverageSources {

  private final List<CoverageSource> named = new ArrayList<>();
  private final int draws;
  private final long seed;

  /**
   * @param layer a layer, units of one, or a dictionary
   * @param dictionary entries to compare with; empty for none
   * @param draws how many times random directions are drawn
   * @throws io.github.inceptionlens.core.UserError when there are no such units
   */
  CoverageSources(
      final Architecture network,
      final String layer,
      final String dictionary,
      final int draws,
      final long seed) {
    named.add(source(network, "layer", layer));
    if (!dictionary.isBlank()) {
      named.add(source(network, "dictionary", dictionary));
    }
    this.draws = draws;
    this.seed = seed;
  }

  private static CoverageSource source(
      final Architecture network, final String key, final String text) {
    final KernelEnd units = KernelEnd.parse(network, key, text);
    final Unit first = network.layer(units.layer()).unit(units.channels().get(0));
    return new CoverageSource(
        network.isGrafted(first.layer())
            ? CoverageSource.Kind.ENTRIES
            : CoverageSource.Kind.CHANNELS,
        units.layer(),
        units.units());
  }

  /** The last that are named: random directions are as many as these, in the layer they read. */
  private CoverageSource last() {
    return named.get(named.size() - 1);
  }

  /**
   * Does something with a network that has the random directions, too.
   *
   * @param work is given that network; what there is to compare is had by {@link #in}
   */
  void with(final InceptionV1 network, final Consumer<InceptionV1> work) {
    final String home = network.architecture().trunk(last().layer()).name();
    final int channels = network.architecture().node(home).channels();
    final int count = last().units().size();
    final List<NetworkEdit> grafts = new ArrayList<>();
    for (int draw = 1; draw <= draws; draw++) {
      grafts.add(
          Dictionary.ofDirections(
                  name(draw),
                  new Dictionary.Home(home, network.architecture().name(), network.digest()),
                  RandomTrainer.rows(count, channels, seed + draw),
                  Dictionary.unlabeled(count),
                  Map.of())
              .graft());
    }
    try (InceptionV1 more = network.with(grafts)) {
      work.accept(more);
    }
  }

  private static String name(final int draw) {
    return "random_directions" + draw;
  }

  /** All that is compared, in a network that has the random directions. */
  List<CoverageSource> in(final Architecture network) {
    final List<CoverageSource> all = new ArrayList<>(named);
    for (int draw = 1; draw <= draws; draw++) {
      final KernelEnd units = KernelEnd.all(network, name(draw));
      all.add(
          new CoverageSource(
              CoverageSource.Kind.RANDOM, network.trunk(units.layer()).name(), units.units()));
    }
    return all;
  }

  /** All units of sources, to be measured together. */
  static UnitChoice choice(final Architecture network, final List<CoverageSource> sources) {
    final List<Unit> units =
        sources.stream().flatMap(one -> one.units().stream()).distinct().toList();
    return new UnitChoice(
        units.stream().map(Unit::layer).distinct().map(network::layer).toList(),
        units,
        Optional.empty());
  }
}
