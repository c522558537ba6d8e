package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What is known of kernels before they are computed.
 *
 * @param channels those of a row that can have weights
 * @param span how far the kernels reach there
 * @param weighted whether a row with weights was passed on the way
 * @param further the rows with weights that were passed next after a first one
 */
record KernelReach(BitSet channels, KernelSpan span, boolean weighted, Set<String> further) {

  private static final int INPUT_CHANNELS = 3;

  /** A unit at its own place. */
  static KernelReach of(final Collection<Integer> channels) {
    final BitSet own = new BitSet();
    channels.forEach(own::set);
    return new KernelReach(own, KernelSpan.PLACE, false, Set.of());
  }

  /** The channels of a row, or of the network's input. */
  static int channels(final Architecture table, final String row) {
    return row.equals(Architecture.INPUT) ? INPUT_CHANNELS : table.node(row).channels();
  }

  /** The first of a concatenation's channels that come from one of its inputs. */
  static int firstChannel(final Architecture table, final Node concat, final int input) {
    return concat.inputs().subList(0, input).stream().mapToInt(one -> channels(table, one)).sum();
  }

  private KernelReach and(final KernelReach other) {
    final BitSet both = (BitSet) channels.clone();
    both.or(other.channels);
    final Set<String> all = new LinkedHashSet<>(further);
    all.addAll(other.further);
    return new KernelReach(both, span.and(other.span), weighted || other.weighted, all);
  }

  /** The walk that finds it out, and how much native memory that of the kernels needs. */
  static final class Walk implements WayBack.Rule<KernelReach> {

    private static final int COPIES = 3;

    private final Architecture table;
    private final boolean direct;
    private final ToIntFunction<String> length;
    private long values;

    /**
     * @param direct whether pools are passed as if they were not there
     */
    Walk(final Architecture table, final boolean direct) {
      this(table, direct, row -> KernelSpan.USUAL);
    }

    /**
     * @param length of a row along the axis, on which padding can depend
     */
    Walk(final Architecture table, final boolean direct, final ToIntFunction<String> length) {
      this.table = table;
      this.direct = direct;
      this.length = length;
    }

    /** The bytes for the kernels of one unit. */
    long bytes() {
      return COPIES * values * Float.BYTES;
    }

    KernelReach run(final WayBack way, final Collection<Integer> channels) {
      return way.run(of(channels), this, Progress.NONE)
          .orElseGet(() -> new KernelReach(new BitSet(), KernelSpan.PLACE, false, Set.of()));
    }

    @Override
    public Optional<KernelReach> back(final Node row, final int input, final KernelReach above) {
      final int width = channels(table, row.inputs().get(input));
      final Optional<KernelReach> below =
          row.op() instanceof Operation.Concat
              ? part(above, firstChannel(table, row, input), width)
              : Optional.of(below(row, above, width));
      below.ifPresent(
          one ->
              values =
                  Math.max(
                      values,
                      (long) row.channels() * one.span.area() + (long) width * one.span.area()));
      return below;
    }

    private static Optional<KernelReach> part(
        final KernelReach above, final int first, final int width) {
      final BitSet own = above.channels.get(first, first + width);
      return own.isEmpty()
          ? Optional.empty()
          : Optional.of(new KernelReach(own, above.span, above.weighted, above.further));
    }

    private KernelReach below(final Node row, final KernelReach above, final int width) {
      final boolean passes = row.op().weights().isEmpty();
      final int below = length.applyAsInt(row.inputs().get(0));
      final KernelSpan span =
          row.op()
              .slidingWindow()
              .filter(window -> !direct || !passes)
              .map(window -> above.span.below(window, below))
              .orElse(above.span);
      if (passes) {
        return new KernelReach(above.channels, span, above.weighted, above.further);
      }
      final BitSet all = new BitSet();
      all.set(0, width);
      final Set<String> further = new LinkedHashSet<>(above.further);
      if (above.weighted && further.isEmpty()) {
        further.add(row.name());
      }
      return new KernelReach(all, span, true, further);
    }

    @Override
    public KernelReach sum(final KernelReach one, final KernelReach other) {
      return one.and(other);
    }
  }
}
