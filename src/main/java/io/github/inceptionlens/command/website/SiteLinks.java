package io.github.inceptionlens.command.website;

import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.StrongestWeights;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.command.unit.UnitNames;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.website.UnitLinks;
import io.github.inceptionlens.website.UnitLinks.UnitLink;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The strongest connections of the units of a layer. */
final class SiteLinks {

  private final UnitNames names;
  private final Map<Integer, List<WeightKernel>> incoming;
  private final Map<Integer, List<WeightKernel>> outgoing;

  /**
   * @param most of each unit and direction
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  SiteLinks(
      final InceptionV1 network,
      final Layer layer,
      final List<Integer> channels,
      final int most,
      final Progress progress) {
    names = new UnitNames(network.architecture());
    if (most == 0) {
      incoming = Map.of();
      outgoing = Map.of();
      return;
    }
    final StrongestWeights weights =
        new StrongestWeights(network, new KernelEnd(layer.name(), channels), most);
    incoming = weights.incoming(progress.part(0, 2));
    outgoing = weights.outgoing(progress.part(1, 2));
  }

  /** What a unit reads. */
  UnitLinks inputs(final int channel) {
    return links(incoming.getOrDefault(channel, List.of()), WeightKernel::from);
  }

  /** What reads a unit. */
  UnitLinks outputs(final int channel) {
    return links(outgoing.getOrDefault(channel, List.of()), WeightKernel::to);
  }

  private UnitLinks links(
      final List<WeightKernel> weights, final Function<WeightKernel, Unit> other) {
    return new UnitLinks(
        weights.stream()
            .map(one -> UnitNames.layer(other.apply(one).layer()))
            .distinct()
            .collect(Collectors.joining(" and ")),
        weights.stream().map(one -> link(other.apply(one), one)).toList());
  }

  private UnitLink link(final Unit other, final WeightKernel weight) {
    return new UnitLink(
        other.layer(), other.channel(), names.plain(other), weight.norm(), weight.sum());
  }
}
