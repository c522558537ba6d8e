package io.github.inceptionlens.circuit.diagram;

import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.Unexplained;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The error nodes of the dictionaries in a circuit that is measured on pictures. */
public final class CircuitErrors {

  private final List<ErrorEdge> measured = new ArrayList<>();

  /**
   * The units whose effects are those of what a dictionary does not explain.
   *
   * @param table with the row of {@link Unexplained} for the dictionary
   * @param from all entries of a dictionary
   * @return nothing for other units
   */
  public static Optional<KernelEnd> end(final Architecture table, final KernelEnd from) {
    final String row = from.layer() + Unexplained.ERROR;
    final boolean isWhole =
        table.has(row) && table.node(from.layer()).channels() == from.channels().size();
    return isWhole ? Optional.of(KernelEnd.all(table, row)) : Optional.empty();
  }

  /**
   * Takes what was measured.
   *
   * @param dictionary below
   * @param entries the effects of all of its entries on upper units
   * @param errors the effects of what it does not explain on the same units, per channel
   */
  public void add(
      final String dictionary, final List<UnitKernels> entries, final List<UnitKernels> errors) {
    for (int i = 0; i < entries.size(); i++) {
      final WeightKernel error = sum(errors.get(i));
      final double own = Math.abs(error.sum());
      final double all =
          own
              + entries.get(i).kernels().stream()
                  .mapToDouble(kernel -> Math.abs(kernel.sum()))
                  .sum();
      measured.add(new ErrorEdge(dictionary, error, all > 0 ? own / all : 0));
    }
  }

  private static WeightKernel sum(final UnitKernels channels) {
    final int area = channels.span().area();
    final double[] sums = new double[area];
    for (int i = 0; i < channels.values().length; i++) {
      sums[i % area] += channels.values()[i];
    }
    final float[] values = new float[area];
    for (int i = 0; i < area; i++) {
      values[i] = (float) sums[i];
    }
    return new WeightKernel(channels.from().get(0), channels.to(), channels.span(), values);
  }

  /** Those that go into units of a circuit beside entries that it shows. */
  public List<ErrorEdge> of(final UnitCircuit circuit) {
    final Set<List<Object>> steps =
        circuit.edges().stream()
            .filter(edge -> edge.depth() > 0)
            .map(CircuitEdge::kernel)
            .map(kernel -> step(kernel.from().layer(), kernel.to()))
            .collect(Collectors.toSet());
    return measured.stream()
        .filter(error -> steps.contains(step(error.dictionary(), error.to())))
        .toList();
  }

  private static List<Object> step(final String below, final Unit to) {
    return List.of(below, to);
  }
}
