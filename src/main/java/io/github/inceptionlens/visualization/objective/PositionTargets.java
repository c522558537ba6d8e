package io.github.inceptionlens.visualization.objective;

import io.github.inceptionlens.core.target.Argument;
import io.github.inceptionlens.core.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of an objective that read a unit at one place of the picture. */
public final class PositionTargets {

  private static final String NEURON = "neuron";

  private PositionTargets() {}

  /** The first such part. */
  public static Optional<Target> first(final Target target) {
    if (target instanceof Target.Position) {
      return Optional.of(target);
    } else if (target instanceof Target.Scaled scaled) {
      return first(scaled.target());
    } else if (target instanceof Target.Sum sum) {
      return first(sum.terms().stream());
    } else if (target instanceof Target.Call call) {
      return call.function().equalsIgnoreCase(NEURON)
          ? Optional.of(target)
          : first(inner(call.arguments()));
    }
    return Optional.empty();
  }

  private static Stream<Target> inner(final List<Argument> arguments) {
    return arguments.stream().filter(Target.class::isInstance).map(Target.class::cast);
  }

  private static Optional<Target> first(final Stream<? extends Target> targets) {
    return targets.flatMap(one -> first(one).stream()).findFirst();
  }
}
