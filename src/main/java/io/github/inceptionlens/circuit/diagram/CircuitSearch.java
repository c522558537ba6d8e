package io.github.inceptionlens.circuit.diagram;

import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the circuit of a unit: the units of which it is made, those of which these are made, and
 * the units that it feeds.
 *
 * <p>Directly below and above the unit these are the strongest by the norm of their kernels.
 * Further below a unit counts by its share in what is shown above it: of each upper unit's squared
 * norms the part that is its own, times what the upper unit counts itself. So a layer is shown by
 * the few that matter for the circuit as a whole, and all connections between units that are shown
 * are in it, except those of weights 0.
 *
 * @see <a href="https://distill.pub/2020/circuits/zoom-in/">Olah et al. 2020, Zoom In</a>
 */
public final class CircuitSearch {

  private static final Comparator<WeightKernel> STRONGEST_FIRST =
      Comparator.comparingDouble(WeightKernel::norm)
          .reversed()
          .thenComparing(one -> one.to().toString())
          .thenComparing(one -> one.from().toString());

  private final Architecture table;
  private final KernelFinder finder;
  private final int breadth;

  /**
   * @param breadth how many units of each step are kept at most, at least 1
   */
  public CircuitSearch(final Architecture table, final KernelFinder finder, final int breadth) {
    this.table = table;
    this.finder = finder;
    this.breadth = breadth;
  }

  /**
   * Finds it.
   *
   * @param unit with canonical names; a class as a unit of the logits
   * @param depth how many steps are taken below the unit, at least 0; what it feeds is one step
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public UnitCircuit find(final Unit unit, final int depth, final Progress progress) {
    final List<CircuitEdge> edges = new ArrayList<>();
    Map<Unit, Double> shown = Map.of(unit, 1.0);
    for (int step = 1; step <= depth && !shown.isEmpty(); step++) {
      final List<UnitKernels> kernels = below(shown.keySet(), progress.part(step - 1, depth + 1));
      shown = strongest(kernels, shown);
      add(edges, kernels.stream().flatMap(one -> one.kernels().stream()), shown.keySet(), step);
    }
    above(unit, progress.part(depth, depth + 1))
        .forEach(kernel -> edges.add(new CircuitEdge(kernel, -1)));
    return new UnitCircuit(unit, edges);
  }

  /** The kernels of units for all of the layers that they read. */
  private List<UnitKernels> below(final Collection<Unit> units, final Progress progress) {
    final Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
    for (final Unit unit : units) {
      finder
          .below(unit)
          .ifPresent(
              layer ->
                  groups
                      .computeIfAbsent(List.of(layer, unit.layer()), key -> new ArrayList<>())
                      .add(unit.channel()));
    }
    final List<UnitKernels> kernels = new ArrayList<>();
    final int[] done = new int[1];
    groups.forEach(
        (layers, channels) ->
            kernels.addAll(
                finder.kernels(
                    KernelEnd.all(table, layers.get(0)),
                    new KernelEnd(layers.get(1), channels),
                    progress.part(done[0]++, groups.size()))));
    return kernels;
  }

  /** The lower units that count most, by what they count; all together 1. */
  private Map<Unit, Double> strongest(
      final List<UnitKernels> kernels, final Map<Unit, Double> upper) {
    final Map<Unit, Double> counts = new LinkedHashMap<>();
    for (final UnitKernels one : kernels) {
      final List<WeightKernel> all = one.kernels();
      final double sum = all.stream().mapToDouble(CircuitSearch::square).sum();
      for (final WeightKernel kernel : all) {
        if (square(kernel) > 0) {
          counts.merge(kernel.from(), upper.get(one.to()) * square(kernel) / sum, Double::sum);
        }
      }
    }
    final List<Unit> kept =
        counts.keySet().stream()
            .sorted(Comparator.comparingDouble(counts::get).reversed())
            .limit(breadth)
            .toList();
    final double all = kept.stream().mapToDouble(counts::get).sum();
    final Map<Unit, Double> strongest = new LinkedHashMap<>();
    kept.forEach(unit -> strongest.put(unit, counts.get(unit) / all));
    return strongest;
  }

  private static double square(final WeightKernel kernel) {
    final double norm = kernel.norm();
    return norm * norm;
  }

  private static void add(
      final List<CircuitEdge> edges,
      final Stream<WeightKernel> kernels,
      final Collection<Unit> lower,
      final int step) {
    kernels
        .filter(kernel -> lower.contains(kernel.from()) && kernel.norm() > 0)
        .sorted(STRONGEST_FIRST)
        .forEach(kernel -> edges.add(new CircuitEdge(kernel, step)));
  }

  private List<WeightKernel> above(final Unit unit, final Progress progress) {
    final List<String> layers = finder.above(unit);
    final List<WeightKernel> all = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      finder
          .kernels(
              KernelEnd.of(unit),
              KernelEnd.all(table, layers.get(i)),
              progress.part(i, layers.size()))
          .forEach(one -> all.addAll(one.kernels()));
    }
    return all.stream()
        .filter(kernel -> kernel.norm() > 0)
        .sorted(STRONGEST_FIRST)
        .limit(breadth)
        .toList();
  }
}
