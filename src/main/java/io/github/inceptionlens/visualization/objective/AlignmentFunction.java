package io.github.inceptionlens.visualization.objective;

import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.objective.FunctionArguments;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.network.objective.TargetFunction;
import org.scijava.plugin.Plugin;

/** Minus how far neighboring facets are from each other in a layer. */
@Plugin(type = TargetFunction.class, name = "alignment", priority = 60)
public final class AlignmentFunction implements TargetFunction {

  @Override
  public String usage() {
    return "a layer, such as 10*alignment(mixed3b)";
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
    Facets.require(this, binding);
    final String layer = layer(arguments, binding);
    return new TargetBinding.Bound(call(new Target.Energy(layer)), Objectives.alignment(layer));
  }
}
