package io.github.inceptionlens.visualization.objective;

import io.github.inceptionlens.network.objective.FunctionArguments;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.network.objective.TargetFunction;
import org.scijava.plugin.Plugin;

/** The picture's total variation. */
@Plugin(type = TargetFunction.class, name = "tv", priority = 50)
public final class TotalVariationFunction implements TargetFunction {

  @Override
  public String usage() {
    return "no argument, such as -0.25*tv()";
  }

  @Override
  public int arguments() {
    return 0;
  }

  @Override
  public boolean needsOptimization() {
    return true;
  }

  @Override
  public TargetBinding.Bound bind(final FunctionArguments arguments, final TargetBinding binding) {
    return new TargetBinding.Bound(arguments.call(), Penalties.totalVariation());
  }
}
