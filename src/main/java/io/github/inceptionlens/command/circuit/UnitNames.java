package io.github.inceptionlens.command.circuit;

import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.Locale;

/** What readers are shown of the names of units. */
final class UnitNames {

  private static final List<String> COLORS = List.of("red", "green", "blue");

  private final Architecture table;

  UnitNames(final Architecture table) {
    this.table = table;
  }

  /** One end of connections, in a few words. */
  String of(final KernelEnd end) {
    final int count = end.channels().size();
    if (end.equals(KernelEnd.all(table, end.layer()))) {
      return end.layer();
    }
    return count == 1
        ? end.units().get(0).toString()
        : String.format(Locale.ROOT, "%d units of %s", count, end.layer());
  }

  /** A unit. */
  String of(final Unit unit) {
    return switch (unit.layer()) {
      case Architecture.INPUT -> COLORS.get(color(unit));
      case Architecture.LOGITS -> table.labels().get(unit.channel());
      default -> table.entryLabels().described(unit);
    };
  }

  /** Which color a channel of the input is: 0 red, 1 green, 2 blue. */
  int color(final Unit unit) {
    return table.preprocessing().source(unit.channel());
  }
}
