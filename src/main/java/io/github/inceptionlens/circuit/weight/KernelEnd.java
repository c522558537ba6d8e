package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.edit.UnitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The units at one end of kernels: of one layer, branch or dictionary, or of the network's input.
 *
 * @param layer canonical name
 * @param channels at least one
 */
public record KernelEnd(String layer, List<Integer> channels) {

  /** Copies the channels. */
  public KernelEnd {
    channels = List.copyOf(channels);
  }

  /** A single unit, with canonical names. */
  public static KernelEnd of(final Unit unit) {
    return new KernelEnd(unit.layer(), List.of(unit.channel()));
  }

  /** All of a layer, by canonical name or alias. */
  public static KernelEnd all(final Architecture table, final String layer) {
    final String name = layer.equals(Architecture.INPUT) ? layer : table.node(layer).name();
    return new KernelEnd(name, channels(KernelReach.channels(table, name)));
  }

  private static List<Integer> channels(final int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /**
   * Reads a layer ({@code mixed4c}), a branch ({@code mixed4c_5x5}), some of their channels ({@code
   * mixed4c:447,12,300-340}) or the image ({@code input}).
   *
   * @param key what names the text in a message
   * @throws UserError when there is no such layer or channel, or several layers are named
   */
  public static KernelEnd parse(final Architecture table, final String key, final String text) {
    final String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new UserError(
          key
              + " is empty, expected a layer such as mixed4b, a branch such as mixed4c_5x5, or"
              + " units of one such as mixed4c:447,12");
    }
    try {
      return stripped.contains(":") ? units(table, stripped) : all(table, stripped);
    } catch (final UserError e) {
      throw new UserError(e.getMessage().replaceFirst("^(layer|units) is", key + " is"), e);
    }
  }

  private static KernelEnd units(final Architecture table, final String text) {
    final UnitSet set = UnitSet.parse(text);
    final Node row = table.node(set.layer());
    return new KernelEnd(row.name(), set.channels(table));
  }

  /** The units. */
  public List<Unit> units() {
    return channels.stream().map(channel -> new Unit(layer, channel)).toList();
  }
}
