package io.github.inceptionlens.network.objective;

import io.github.inceptionlens.core.target.Target;
import org.scijava.plugin.Plugin;

/** The mean square of a layer. */
@Plugin(type = TargetFunction.class, name = "deepdream", priority = 100)
public final class DeepDreamFunction implements TargetFunction {

  @Override
  public String usage() {
    return "a layer, such as deepdream(mixed4c)";
  }

  @Override
  public int arguments() {
    return 1;
  }

  @Override
  public TargetBinding.Bound bind(final FunctionArguments arguments, final TargetBinding binding) {
    final String layer = layer(arguments, binding);
    return new TargetBinding.Bound(
        call(new Target.Energy(layer)), LayerObjectives.deepdream(layer));
  }
}
