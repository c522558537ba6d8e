package io.github.inceptionlens.network.objective;

import org.scijava.plugin.Plugin;

/** A sum of a layer's channels, preferring, with a power, layers that point that way. */
@Plugin(type = TargetFunction.class, name = "direction", priority = 110)
public final class DirectionFunction implements TargetFunction {

  @Override
  public String usage() {
    return "a sum of a layer's channels and a power from 0 up, such as direction(mixed4c:12 + 0.5*mixed4c:7, 2)";
  }

  @Override
  public int arguments() {
    return 2;
  }

  @Override
  public TargetBinding.Bound bind(final FunctionArguments arguments, final TargetBinding binding) {
    final ChannelCombination combination = ChannelCombination.of(arguments, binding, usage());
    final double power = power(arguments);
    return new TargetBinding.Bound(
        combination.call(this, power), LayerObjectives.direction(combination, power));
  }
}
