package io.github.inceptionlens.network.memory;

import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Walk;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How much native memory a run of the network needs at most, computed from the table by walking it
 * with sizes in place of values.
 */
public final class MemoryPlan {

  private final Architecture architecture;
  private final int width;
  private final int height;

  private long live;
  private long peak;

  private MemoryPlan(final Architecture architecture, final int width, final int height) {
    this.architecture = architecture;
    this.width = width;
    this.height = height;
  }

  /**
   * The largest number of bytes alive at once.
   *
   * @param names what is asked for, canonical names or aliases
   */
  public static long peak(
      final Architecture architecture,
      final Collection<String> names,
      final int width,
      final int height) {
    final List<String> wanted = names.stream().map(name -> architecture.node(name).name()).toList();
    return new MemoryPlan(architecture, width, height)
        .walk(new Walk(architecture, List.of(Architecture.INPUT), wanted));
  }

  private long walk(final Walk walk) {
    final long input = bytes(3, width, height);
    live = 2 * input;
    peak = live;
    live = input;
    walk.run(Map.of(Architecture.INPUT, input), this::step, freed -> live -= freed);
    return peak;
  }

  private long step(final Node node, final List<Long> inputs) {
    final long output = output(node);
    peak = Math.max(peak, live + output + node.op().in(new OperationMemory(inputs.get(0), output)));
    live += output;
    return output;
  }

  private long output(final Node node) {
    if (architecture.spatial(node.name()).name().equals(node.name())) {
      final Geometry geometry = geometry(node);
      return bytes(node.channels(), geometry.x().size(), geometry.y().size());
    }
    return bytes(node.channels(), 1, 1);
  }

  private Geometry geometry(final Node node) {
    return Geometry.of(architecture.layer(node.name()), width, height);
  }

  private static long bytes(final long channels, final long columns, final long rows) {
    return channels * columns * rows * Float.BYTES;
  }
}
