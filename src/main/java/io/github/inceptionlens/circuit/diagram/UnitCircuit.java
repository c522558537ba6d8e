package io.github.inceptionlens.circuit.diagram;

import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.core.Unit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a unit is made of and what it feeds.
 *
 * @param unit in whose middle it is
 * @param edges the connections: those of the unit first, then those further below, and at last what
 *     it feeds; of each step the strongest first
 */
public record UnitCircuit(Unit unit, List<CircuitEdge> edges) {

  /** Copies the edges. */
  public UnitCircuit {
    edges = List.copyOf(edges);
  }

  /** All units, each once: the unit, then those that its edges name, in their order. */
  public Set<Unit> units() {
    final Set<Unit> units = new LinkedHashSet<>(Set.of(unit));
    for (final CircuitEdge edge : edges) {
      units.add(edge.kernel().from());
      units.add(edge.kernel().to());
    }
    return units;
  }

  /**
   * The units in columns, the lowest first. A unit stands as far below the circuit's unit as the
   * longest way to it has steps, so that each connection leads to a higher column.
   */
  public List<List<Unit>> columns() {
    final Map<Unit, Integer> steps = new LinkedHashMap<>();
    units().forEach(one -> steps.put(one, 0));
    for (int round = 0; round < steps.size(); round++) {
      for (final CircuitEdge edge : edges) {
        final WeightKernel kernel = edge.kernel();
        if (kernel.from().equals(unit)) {
          steps.put(kernel.to(), -1);
        } else {
          steps.merge(kernel.from(), steps.get(kernel.to()) + 1, Math::max);
        }
      }
    }
    return columns(steps);
  }

  private static List<List<Unit>> columns(final Map<Unit, Integer> steps) {
    final Collection<Integer> all = steps.values();
    final int lowest = all.stream().mapToInt(Integer::intValue).max().orElse(0);
    final int highest = all.stream().mapToInt(Integer::intValue).min().orElse(0);
    return IntStream.rangeClosed(0, lowest - highest)
        .mapToObj(
            column ->
                steps.keySet().stream().filter(one -> steps.get(one) == lowest - column).toList())
        .toList();
  }
}
