package io.github.inceptionlens.visualization.objective;

import io.github.inceptionlens.core.target.Target;
import java.util.Optional;

/** The parts of an objective that read a unit at one place of the picture. */
public final class PositionTargets {

  /** The function that reads the middle of a layer. */
  public static final String NEURON = "neuron";

  private PositionTargets() {}

  /** The first such part. */
  public static Optional<Target> first(final Target target) {
    return target.all().filter(PositionTargets::isAtOnePlace).findFirst();
  }

  private static boolean isAtOnePlace(final Target part) {
    return part instanceof Target.Position
        || part instanceof Target.Call call && call.function().equals(NEURON);
  }
}
