package io.github.inceptionlens.network.objective;

import io.github.inceptionlens.core.PluginLookup;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Argument;
import io.github.inceptionlens.core.target.Target;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.SciJavaPlugin;

/**
 * A function of target expressions, such as {@code direction(mixed4c:12, 2)}.
 *
 * <p>A new function is one new class with {@code @Plugin(type = TargetFunction.class, name =
 * "...")}; attribution and visualization know it by its name, in lower case.
 */
public interface TargetFunction extends SciJavaPlugin {

  /** Its name in expressions. */
  default String name() {
    return getClass().getAnnotation(Plugin.class).name();
  }

  /** What it expects, for a sentence: {@code a layer, such as deepdream(mixed4c)}. */
  String usage();

  /** How many arguments it takes at most. */
  int arguments();

  /** Whether it measures pictures that are being optimized, so that only visualizations know it. */
  default boolean needsOptimization() {
    return false;
  }

  /**
   * Ties a call of this function to a network.
   *
   * @param arguments no more than {@link #arguments}
   * @throws UserError when it is called in another way than it expects
   */
  TargetBinding.Bound bind(FunctionArguments arguments, TargetBinding binding);

  /** A call of this function with canonical arguments. */
  default Target.Call call(final Argument... arguments) {
    return new Target.Call(name(), List.of(arguments));
  }

  /** The canonical name of the layer that is the first argument. */
  default String layer(final FunctionArguments arguments, final TargetBinding binding) {
    return binding.network().architecture().layer(arguments.layer(0, usage())).name();
  }

  /** A power that is the second argument, 0 where it is left out. */
  default double power(final FunctionArguments arguments) {
    final double power = arguments.number(1, 0, usage());
    if (power < 0) {
      throw arguments.refused(usage());
    }
    return power;
  }

  /**
   * The function that a call names.
   *
   * @param noun what messages call the whole expression
   * @throws UserError when there is none
   */
  static TargetFunction named(final Target.Call call, final String noun) {
    final List<TargetFunction> known = PluginLookup.all(TargetFunction.class);
    return known.stream()
        .filter(function -> function.name().equals(call.function()))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    String.format(
                        Locale.ROOT,
                        "the %s's function is \"%s\", expected one of: %s",
                        noun,
                        call.function(),
                        known.stream()
                            .map(TargetFunction::name)
                            .collect(Collectors.joining(", ")))));
  }
}
