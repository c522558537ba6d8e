package io.github.inceptionlens.command.circuit;

import io.github.inceptionlens.circuit.weight.ExpandedWeights;
import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;

/** The lower units of connections, as the key {@code from} names them. */
final class LowerEnd {

  /** The nearest main layer below. */
  static final String AUTO = "auto";

  private LowerEnd() {}

  private static boolean isAuto(final String text) {
    return text.strip().equalsIgnoreCase(AUTO);
  }

  /**
   * Looks at an end.
   *
   * @throws io.github.inceptionlens.core.UserError when there are no such units
   */
  static void check(final Architecture table, final String key, final String text) {
    if (!key.equals("from") || !isAuto(text)) {
      KernelEnd.parse(table, key, text);
    }
  }

  /**
   * The lower units.
   *
   * @throws io.github.inceptionlens.core.UserError when there are none of that name
   */
  static KernelEnd of(final InceptionV1 network, final String text, final KernelEnd upper) {
    return isAuto(text)
        ? ExpandedWeights.nearest(network, upper.layer())
        : KernelEnd.parse(network.architecture(), "from", text);
  }
}
