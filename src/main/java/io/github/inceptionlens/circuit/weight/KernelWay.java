package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.List;
import java.util.Locale;

/** Finds the way from an upper layer down to a lower one, past what was edited in them. */
final class KernelWay {

  private KernelWay() {}

  /**
   * The way.
   *
   * @param from a row's name, or the network's input
   * @param to a row's name
   * @throws UserError when the upper layer does not read the lower one, or is not linear at all
   */
  static WayBack of(final Architecture table, final String from, final String to) {
    final String upper = table.unedited(to).name();
    if (table.node(to).op() instanceof Operation.Softmax) {
      throw new UserError(
          "to is \"" + to + "\", which has no weights: give " + Architecture.LOGITS);
    }
    return List.of(from, trained(table, from)).stream()
        .map(lower -> new WayBack(table, lower, upper))
        .filter(WayBack::isThere)
        .findFirst()
        .orElseThrow(() -> none(from, to));
  }

  /** What a dictionary reads of a layer that was edited. */
  private static String trained(final Architecture table, final String from) {
    return from.equals(Architecture.INPUT) ? from : table.unedited(from).name();
  }

  private static UserError none(final String from, final String to) {
    return new UserError(
        String.format(
            Locale.ROOT,
            "from is \"%s\", but %s does not read it: give a layer that lies below %s",
            from,
            to,
            to));
  }
}
