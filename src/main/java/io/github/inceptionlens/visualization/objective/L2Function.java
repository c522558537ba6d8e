package io.github.inceptionlens.visualization.objective;

import io.github.inceptionlens.core.target.Argument;
import io.github.inceptionlens.network.objective.FunctionArguments;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.network.objective.TargetFunction;
import org.scijava.plugin.Plugin;

/** The Euclidean distance from gray, or another level. */
@Plugin(type = TargetFunction.class, name = "l2", priority = 30)
public final class L2Function implements TargetFunction {

  @Override
  public String usage() {
    return "at most a level from 0 to 1, such as -0.05*l2() or -0.05*l2(0.5)";
  }

  @Override
  public int arguments() {
    return 1;
  }

  @Override
  public boolean needsOptimization() {
    return true;
  }

  @Override
  public TargetBinding.Bound bind(final FunctionArguments arguments, final TargetBinding binding) {
    final double level = arguments.number(0, Penalties.GRAY, usage());
    return new TargetBinding.Bound(call(new Argument.Number(level)), Penalties.l2(level));
  }
}
