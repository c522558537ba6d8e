package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@linkplain UnitWeights#expanded expanded weights} between a unit and those of the nearest
 * main layer below or above it.
 */
public final class ExpandedWeights {

  private final InceptionV1 network;
  private final Architecture table;
  private final Set<String> ends = new HashSet<>();

  private ExpandedWeights(final InceptionV1 network) {
    this.network = network;
    table = network.architecture();
    ends.addAll(table.mainLayers());
    table.mainLayers().forEach(layer -> ends.add(table.unedited(layer).name()));
    ends.add(Architecture.INPUT);
    if (table.has(Architecture.LOGITS)) {
      ends.add(Architecture.LOGITS);
    }
  }

  /**
   * What a unit reads: its weights for every channel of the nearest main layer below, on that
   * layer's grid. For an entry of a dictionary that is the layer which the dictionary reads; for a
   * unit of the first layer the network's input.
   *
   * @param unit with canonical names
   * @return the largest norm first
   */
  public static List<WeightKernel> incoming(final InceptionV1 network, final Unit unit) {
    final ExpandedWeights weights = new ExpandedWeights(network);
    return weights.below(unit.layer()).stream()
        .map(row -> weights.between(KernelEnd.all(network.architecture(), row), KernelEnd.of(unit)))
        .flatMap(List::stream)
        .sorted(UnitKernels.STRONGEST_FIRST)
        .toList();
  }

  /**
   * The nearest main layer below that a layer reads by weights, of a dictionary the one that it
   * reads; of the first layer the network's input.
   *
   * @param layer canonical name
   */
  public static KernelEnd nearest(final InceptionV1 network, final String layer) {
    final Set<String> below = new ExpandedWeights(network).below(layer);
    return KernelEnd.all(network.architecture(), below.iterator().next());
  }

  /**
   * The nearest main layers above that read a layer by weights; of the last one the classifier.
   *
   * @param layer canonical name; a dictionary acts by its decoder
   * @return empty where nothing reads it, or the dictionary has no decoder
   */
  public static List<String> nearestAbove(final InceptionV1 network, final String layer) {
    return new ExpandedWeights(network).above(layer);
  }

  /**
   * The layer on which a layer's units act: itself, or what a dictionary reads, after its rectifier
   * where it has one.
   *
   * @param layer canonical name
   */
  public static String acting(final Architecture table, final String layer) {
    return KernelSource.row(table, layer);
  }

  /** Whether something says what a layer's units do: of a dictionary its decoder. */
  public static boolean acts(final Architecture table, final String layer) {
    return !table.isGrafted(layer) || KernelSource.hasDecoder(table, layer);
  }

  /**
   * What reads a unit: the weights of every channel of the nearest main layer above for it, on the
   * unit's grid; for the last layer the classifier's.
   *
   * @param unit with canonical names; an entry of a dictionary acts by its decoder
   * @return the largest norm first; empty where nothing reads it, or the dictionary has no decoder
   */
  public static List<WeightKernel> outgoing(final InceptionV1 network, final Unit unit) {
    final ExpandedWeights weights = new ExpandedWeights(network);
    return weights.above(unit.layer()).stream()
        .map(row -> weights.between(KernelEnd.of(unit), KernelEnd.all(network.architecture(), row)))
        .flatMap(List::stream)
        .sorted(UnitKernels.STRONGEST_ABOVE_FIRST)
        .toList();
  }

  private List<WeightKernel> between(final KernelEnd from, final KernelEnd to) {
    return UnitWeights.expanded(network, from, to).all(Progress.NONE).stream()
        .flatMap(one -> one.kernels().stream())
        .toList();
  }

  /** The nearest ends below, from which weights lead to a layer, the highest first. */
  private Set<String> below(final String layer) {
    final Map<String, Boolean> open = new HashMap<>();
    open.put(table.unedited(layer).name(), false);
    final Set<String> found = new LinkedHashSet<>();
    final List<Node> rows = table.nodes();
    for (int i = rows.size() - 1; i >= 0; i--) {
      final Node row = rows.get(i);
      final Boolean weighted = open.remove(row.name());
      if (weighted != null && weighted && ends.contains(row.name())) {
        found.add(Architecture.edited(row.name()));
      } else if (weighted != null) {
        final boolean more = weighted || row.op().weights().isPresent();
        row.inputs().forEach(input -> open.merge(input, more, Boolean::logicalOr));
      }
    }
    if (open.containsKey(Architecture.INPUT)) {
      found.add(Architecture.INPUT);
    }
    return found;
  }

  /** The nearest ends above, to which weights lead from a layer. */
  private List<String> above(final String layer) {
    if (!acts(table, layer)) {
      return List.of();
    }
    final Map<String, Boolean> open = new HashMap<>();
    open.put(KernelSource.row(table, layer), false);
    final List<String> found = new ArrayList<>();
    for (final Node row : table.nodes()) {
      final boolean reads = row.inputs().stream().anyMatch(open::containsKey);
      if (reads && !table.isGrafted(row.name()) && !open.containsKey(row.name())) {
        final boolean weighted =
            row.op().weights().isPresent()
                || row.inputs().stream().anyMatch(input -> open.getOrDefault(input, false));
        if (weighted && ends.contains(row.name())) {
          found.add(Architecture.edited(row.name()));
        } else {
          open.put(row.name(), weighted);
        }
      }
    }
    return found;
  }
}
