package io.github.inceptionlens.command.circuit;

import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.Locale;

/** The unit in the middle of a circuit, as users write it. */
final class CircuitUnit {

  private CircuitUnit() {}

  /**
   * The single unit that a text names.
   *
   * @throws UserError when it names none, or several
   */
  static Unit parse(final Architecture table, final String text) {
    final KernelEnd named = KernelEnd.parse(table, "unit", text);
    if (named.channels().size() != 1 || named.layer().equals(Architecture.INPUT)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "unit is \"%s\", expected a single unit such as mixed4c:447",
              text.strip()));
    }
    return named.units().get(0);
  }
}
