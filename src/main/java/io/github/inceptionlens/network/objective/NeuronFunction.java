package io.github.inceptionlens.network.objective;

import io.github.inceptionlens.core.target.Target;
import org.scijava.plugin.Plugin;

/** The unit in the middle of the layer, or a sum of units there; with a power as direction. */
@Plugin(type = TargetFunction.class, name = "neuron", priority = 120)
public final class NeuronFunction implements TargetFunction {

  @Override
  public String usage() {
    return "neuron(mixed4c:12), or a sum of a layer's channels and a power from 0 up";
  }

  @Override
  public int arguments() {
    return 2;
  }

  @Override
  public TargetBinding.Bound bind(final FunctionArguments arguments, final TargetBinding binding) {
    if (arguments.target(0, usage()) instanceof Target.Position position) {
      arguments.atMost(1, usage());
      return binding.bind(position);
    }
    final ChannelCombination combination = ChannelCombination.of(arguments, binding, usage());
    final double power = power(arguments);
    return new TargetBinding.Bound(
        combination.call(this, power), LayerObjectives.neuron(combination, power));
  }
}
