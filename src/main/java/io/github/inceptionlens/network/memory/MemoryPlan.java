package io.github.inceptionlens.network.memory;

import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Padding;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.Walk;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How much native memory a run of the network needs at most, computed from the table by walking it
 * with sizes in place of values.
 */
public final class MemoryPlan {

  /** What is sorted, masks, and counts of 64 bits where values are equal, besides what stays. */
  public static final int TOP_K = 10;

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
    peak = Math.max(peak, live + output + node.op().in(new Transients(inputs.get(0), output)));
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

  /**
   * What an operation holds besides its inputs and its output, at its worst moment.
   *
   * @param input bytes of its first input
   * @param output bytes
   */
  private record Transients(long input, long output) implements Operation.Cases<Long> {

    @Override
    public Long convolution(final Operation.Convolution op) {
      return padded(op.window(), input);
    }

    @Override
    public Long relu(final Operation.Relu op) {
      return 0L;
    }

    @Override
    public Long topK(final Operation.TopK op) {
      return TOP_K * output;
    }

    @Override
    public Long threshold(final Operation.Threshold op) {
      return output + output / Float.BYTES;
    }

    @Override
    public Long channelEdit(final Operation.ChannelEdit op) {
      return op.change().isFactor() ? 0 : output;
    }

    @Override
    public Long sum(final Operation.Sum op) {
      return 2 * output;
    }

    @Override
    public Long maxPool(final Operation.MaxPool op) {
      return input + down(op.window(), input, output);
    }

    @Override
    public Long responseNorm(final Operation.ResponseNorm op) {
      return op.beta() == 0.5 ? output : 2 * output;
    }

    @Override
    public Long concat(final Operation.Concat op) {
      return 0L;
    }

    @Override
    public Long globalMean(final Operation.GlobalMean op) {
      return 0L;
    }

    @Override
    public Long dense(final Operation.Dense op) {
      return 0L;
    }

    @Override
    public Long softmax(final Operation.Softmax op) {
      return 0L;
    }
  }

  /** The explicitly padded copy that SAME needs where it pads one side more than the other. */
  public static long padded(final SlidingWindow window, final long input) {
    return window.padding() instanceof Padding.Same && window.stride() > 1 ? input : 0;
  }

  private static long down(final SlidingWindow window, final long input, final long output) {
    final long rows = input / window.stride();
    return Math.max(2 * rows - output, rows + output);
  }

  private Geometry geometry(final Node node) {
    return Geometry.of(architecture.layer(node.name()), width, height);
  }

  private static long bytes(final long channels, final long columns, final long rows) {
    return channels * columns * rows * Float.BYTES;
  }
}
