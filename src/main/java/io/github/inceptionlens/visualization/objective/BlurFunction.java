package io.github.inceptionlens.visualization.objective;

import io.github.inceptionlens.network.objective.FunctionArguments;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.network.objective.TargetFunction;
import org.scijava.plugin.Plugin;

/** How far the picture is from itself blurred. */
@Plugin(type = TargetFunction.class, name = "blur", priority = 20)
public final class BlurFunction implements TargetFunction {

  @Override
  public String usage() {
    return "no argument, such as -blur()";
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
    return new TargetBinding.Bound(arguments.call(), Penalties.blur());
  }
}
