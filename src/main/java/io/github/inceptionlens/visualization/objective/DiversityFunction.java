package io.github.inceptionlens.visualization.objective;

import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.objective.FunctionArguments;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.network.objective.TargetFunction;
import org.scijava.plugin.Plugin;

/** How alike the facets are in a layer's correlations of channels. */
@Plugin(type = TargetFunction.class, name = "diversity", priority = 70)
public final class DiversityFunction implements TargetFunction {

  @Override
  public String usage() {
    return "a layer, such as -100*diversity(mixed4c)";
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
    return new TargetBinding.Bound(call(new Target.Energy(layer)), Objectives.diversity(layer));
  }
}
