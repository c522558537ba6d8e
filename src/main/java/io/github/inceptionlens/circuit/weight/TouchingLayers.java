package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The layers that touch a unit, so that its {@linkplain UnitWeights#direct direct weights} lead to
 * them: with one convolution between, and nothing else but rectifiers, pools and response norms.
 */
public final class TouchingLayers {

  private final Architecture table;

  public TouchingLayers(final Architecture table) {
    this.table = table;
  }

  /**
   * The layer that a unit reads, for instance the bottleneck of its branch; of the first layer the
   * network's input.
   *
   * @param unit with canonical names; an entry of a dictionary reads by its encoder
   * @return nothing where no weights lead to the unit
   */
  public Optional<String> below(final Unit unit) {
    String row = table.unedited(unit.layer()).name();
    int channel = unit.channel();
    while (!row.equals(Architecture.INPUT)) {
      final Node node = table.node(row);
      if (node.op().weights().isPresent()) {
        return Optional.of(read(node.inputs().get(0)));
      }
      int input = 0;
      while (node.op() instanceof Operation.Concat
          && channel >= table.node(node.inputs().get(input)).channels()) {
        channel -= table.node(node.inputs().get(input)).channels();
        input++;
      }
      row = node.inputs().get(input);
    }
    return Optional.empty();
  }

  /** Past pools and response norms, the row whose values a convolution weighs. */
  private String read(final String input) {
    String row = input;
    while (!row.equals(Architecture.INPUT) && isPassed(table.node(row).op())) {
      row = table.node(row).inputs().get(0);
    }
    return Architecture.edited(row);
  }

  private static boolean isPassed(final Operation op) {
    return op instanceof Operation.MaxPool
        || op instanceof Operation.ResponseNorm
        || op instanceof Operation.GlobalMean;
  }

  /**
   * The layers that read a unit's layer.
   *
   * @param layer canonical name; a dictionary acts by its decoder
   * @return empty where nothing reads it, or the dictionary has no decoder
   */
  public List<String> above(final String layer) {
    if (table.isGrafted(layer) && !KernelSource.hasDecoder(table, layer)) {
      return List.of();
    }
    final Set<String> open = new HashSet<>(Set.of(KernelSource.row(table, layer)));
    return table.nodes().stream()
        .filter(row -> !table.isGrafted(row.name()))
        .filter(row -> row.inputs().stream().anyMatch(open::contains))
        .filter(row -> row.op().weights().isPresent() || !open.add(row.name()))
        .map(row -> rectified(row.name()))
        .toList();
  }

  private String rectified(final String row) {
    final String own = row.replace(Architecture.PRE_RELU, "");
    return Architecture.edited(table.has(own) ? own : row);
  }
}
