package io.github.inceptionlens.visualization.objective;

import io.github.inceptionlens.core.target.Argument;
import io.github.inceptionlens.network.objective.FunctionArguments;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.network.objective.TargetFunction;
import org.scijava.plugin.Plugin;

/** How uneven a margin of the picture is, and how far from gray, or another level. */
@Plugin(type = TargetFunction.class, name = "boundary", priority = 10)
public final class BoundaryFunction implements TargetFunction {

  private static final int MARGIN = 20;

  @Override
  public String usage() {
    return "at most the margin's pixels and a level from 0 to 1, such as -boundary(20, 0.5)";
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
    final double margin = arguments.number(0, MARGIN, usage());
    final double level = arguments.number(1, Penalties.GRAY, usage());
    if (!(margin >= 1 && margin <= binding.width()) || margin != Math.rint(margin)) {
      throw arguments.refused(usage());
    }
    return new TargetBinding.Bound(
        call(new Argument.Number(margin), new Argument.Number(level)),
        Penalties.boundary((int) margin, level));
  }
}
