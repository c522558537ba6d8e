package io.github.inceptionlens.network.objective;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Argument;
import io.github.inceptionlens.core.target.Target;

/**
 * What a function of a target was given, read strictly.
 *
 * @param call the call
 * @param noun what messages call the whole expression
 */
public record FunctionArguments(Target.Call call, String noun) {

  public int size() {
    return call.arguments().size();
  }

  /** The target at a place. */
  public Target target(final int index, final String usage) {
    if (index < size() && call.arguments().get(index) instanceof Target target) {
      return target;
    }
    throw refused(usage);
  }

  /** The layer at a place, as it is written. */
  public String layer(final int index, final String usage) {
    if (target(index, usage) instanceof Target.Energy layer) {
      return layer.layer();
    }
    throw refused(usage);
  }

  /** The number at a place, or the default where the arguments end before. */
  public double number(final int index, final double standard, final String usage) {
    if (index >= size()) {
      return standard;
    }
    if (call.arguments().get(index) instanceof Argument.Number number) {
      return number.value();
    }
    throw refused(usage);
  }

  /** Refuses more arguments than a function reads. */
  public void atMost(final int count, final String usage) {
    if (size() > count) {
      throw refused(usage);
    }
  }

  /** The sentence for arguments that a function does not take. */
  public UserError refused(final String usage) {
    return new UserError("the " + noun + " has \"" + call + "\", expected " + usage);
  }
}
