package io.github.inceptionlens.command.unit;

import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.Locale;

/** What readers are shown of the names of units. */
public final class UnitNames {

  private static final List<String> COLORS = List.of("red", "green", "blue");

  private final Architecture table;

  public UnitNames(final Architecture table) {
    this.table = table;
  }

  /** One end of connections, in a few words. */
  public String of(final KernelEnd end) {
    final int count = end.channels().size();
    if (end.equals(KernelEnd.all(table, end.layer()))) {
      return end.layer();
    }
    return count == 1
        ? end.units().get(0).toString()
        : String.format(Locale.ROOT, "%d units of %s", count, end.layer());
  }

  /** A unit, with its label where it has one. */
  public String of(final Unit unit) {
    return isDrawn(unit) ? table.entryLabels().described(unit) : plain(unit);
  }

  /** A unit, without its label; of the input the color, of the classifier the class. */
  public String plain(final Unit unit) {
    return switch (unit.layer()) {
      case Architecture.INPUT -> COLORS.get(color(unit));
      case Architecture.LOGITS -> table.labels().get(unit.channel());
      default -> unit.toString();
    };
  }

  /** A layer, in a few words; of the input and the classifier what they are. */
  public static String layer(final String name) {
    return switch (name) {
      case Architecture.INPUT -> "the image";
      case Architecture.LOGITS -> "the classes";
      default -> name;
    };
  }

  /** Whether a unit is one of a layer, which has a picture and may have a label. */
  public static boolean isDrawn(final Unit unit) {
    return !unit.layer().equals(Architecture.INPUT) && !unit.layer().equals(Architecture.LOGITS);
  }

  /** Which color a channel of the input is: 0 red, 1 green, 2 blue. */
  public int color(final Unit unit) {
    return table.preprocessing().source(unit.channel());
  }
}
