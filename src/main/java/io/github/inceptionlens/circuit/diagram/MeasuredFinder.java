package io.github.inceptionlens.circuit.diagram;

import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.circuit.weight.UnitWeights;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Connections between layers that are measured on pictures. Of the units above only those are
 * measured whose expanded weights are the largest, because each costs a derivative on each picture.
 *
 * @param candidates how many units above are measured
 * @param effects measures, such as {@link io.github.inceptionlens.circuit.weight.MeanEffects}
 */
public record MeasuredFinder(
    InceptionV1 network, StepLayers layers, int candidates, Effects effects)
    implements KernelFinder {

  /** What measures kernels. */
  @FunctionalInterface
  public interface Effects {

    /**
     * Measures the kernels between units.
     *
     * @return for each upper unit, in their order
     */
    List<UnitKernels> of(KernelEnd from, KernelEnd to, Progress progress);
  }

  @Override
  public Optional<String> below(final Unit unit) {
    return layers.below(unit);
  }

  @Override
  public List<String> above(final Unit unit) {
    return above(network, layers, unit);
  }

  /** The same as for expanded weights, but for the classifier, whose units have no places. */
  public static List<String> above(
      final InceptionV1 network, final StepLayers layers, final Unit unit) {
    final Architecture table = network.architecture();
    return layers.above(unit).stream()
        .filter(layer -> table.spatial(layer).name().equals(table.node(layer).name()))
        .toList();
  }

  @Override
  public List<UnitKernels> kernels(
      final KernelEnd from, final KernelEnd to, final Progress progress) {
    if (from.channels().size() > 1 || to.channels().size() <= candidates) {
      return effects.of(from, to, progress);
    }
    final List<Integer> likely =
        UnitWeights.expanded(network, from, to).all(Progress.NONE).stream()
            .map(one -> one.kernel(0))
            .filter(kernel -> kernel.norm() > 0)
            .sorted(Comparator.comparingDouble(WeightKernel::norm).reversed())
            .limit(candidates)
            .map(kernel -> kernel.to().channel())
            .sorted()
            .toList();
    return likely.isEmpty()
        ? List.of()
        : effects.of(from, new KernelEnd(to.layer(), likely), progress);
  }
}
