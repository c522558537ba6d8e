package io.github.inceptionlens.visualization.objective;

import io.github.inceptionlens.network.objective.FunctionArguments;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.network.objective.TargetFunction;
import org.scijava.plugin.Plugin;

/** From one target to another over the facets. */
@Plugin(type = TargetFunction.class, name = "interpolate", priority = 80)
public final class InterpolateFunction implements TargetFunction {

  @Override
  public String usage() {
    return "two targets, such as interpolate(mixed4c:12, mixed4c:7)";
  }

  @Override
  public int arguments() {
    return 2;
  }

  @Override
  public boolean needsOptimization() {
    return true;
  }

  @Override
  public TargetBinding.Bound bind(final FunctionArguments arguments, final TargetBinding binding) {
    Facets.require(this, binding);
    final TargetBinding.Bound from = binding.bind(arguments.target(0, usage()));
    final TargetBinding.Bound to = binding.bind(arguments.target(1, usage()));
    return new TargetBinding.Bound(
        call(from.target(), to.target()),
        Objectives.interpolation(from.objective(), to.objective()));
  }
}
