package io.github.inceptionlens.network.objective;

import org.scijava.plugin.Plugin;

/** A target whose units are read after their rectifier. */
@Plugin(type = TargetFunction.class, name = "relu", priority = 90)
public final class ReluFunction implements TargetFunction {

  @Override
  public String usage() {
    return "a target, such as relu(mixed4c:12)";
  }

  @Override
  public int arguments() {
    return 1;
  }

  @Override
  public TargetBinding.Bound bind(final FunctionArguments arguments, final TargetBinding binding) {
    final TargetBinding.Bound inner = binding.afterRectifier().bind(arguments.target(0, usage()));
    return new TargetBinding.Bound(call(inner.target()), inner.objective());
  }
}
