package io.github.inceptionlens.circuit.diagram;

import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.TouchingLayers;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.circuit.weight.UnitWeights;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.Optional;

/**
 * Where the connections of a circuit come from: which layers are next to a unit, and how strong.
 */
public interface KernelFinder {

  /**
   * The layer of which a unit is made.
   *
   * @return nothing for one that is made of none
   */
  Optional<String> below(Unit unit);

  /** The layers that a unit feeds; empty where nothing reads it. */
  List<String> above(Unit unit);

  /**
   * The kernels between units.
   *
   * @return for each upper unit, in their order
   */
  List<UnitKernels> kernels(KernelEnd from, KernelEnd to, Progress progress);

  /** {@linkplain UnitWeights#expanded Expanded weights} between layers. */
  static KernelFinder expanded(final InceptionV1 network, final StepLayers layers) {
    return new KernelFinder() {

      @Override
      public Optional<String> below(final Unit unit) {
        return layers.below(unit);
      }

      @Override
      public List<String> above(final Unit unit) {
        return layers.above(unit);
      }

      @Override
      public List<UnitKernels> kernels(
          final KernelEnd from, final KernelEnd to, final Progress progress) {
        return UnitWeights.expanded(network, from, to).all(progress);
      }
    };
  }

  /** {@linkplain UnitWeights#direct Direct weights} between layers that touch. */
  static KernelFinder direct(final InceptionV1 network) {
    final TouchingLayers layers = new TouchingLayers(network.architecture());
    return new KernelFinder() {

      @Override
      public Optional<String> below(final Unit unit) {
        return unit.layer().equals(Architecture.INPUT) ? Optional.empty() : layers.below(unit);
      }

      @Override
      public List<String> above(final Unit unit) {
        return layers.above(unit.layer());
      }

      @Override
      public List<UnitKernels> kernels(
          final KernelEnd from, final KernelEnd to, final Progress progress) {
        return UnitWeights.direct(network, from, to).all(progress);
      }
    };
  }
}
