package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.LargestIndex;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.gradient.ValueGradients;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What units of a lower layer do on one picture to those of an upper one, each where it is
 * strongest: derivative times activation. Only the part of the lower layer that the upper unit sees
 * is computed again.
 */
final class EffectsOnPicture {

  private static final int LARGEST_BATCH = 32;
  private static final int COPIES = 6;

  private final InceptionV1 network;
  private final KernelEnd from;
  private final KernelEnd to;
  private final KernelSource source;
  private final String upper;
  private final List<String> given;
  private final WayBack way;
  private final KernelSpan span;
  private final long channels;

  /** One of the upper units at its place. */
  private record Strongest(int index, int column, int row, ValueWindow window) {}

  EffectsOnPicture(final InceptionV1 network, final KernelEnd from, final KernelEnd to) {
    final Architecture table = network.architecture();
    this.network = network;
    this.from = from;
    this.to = to;
    source = KernelSource.of(network, from);
    upper = table.unedited(table.layer(to.layer()).name()).name();
    way = KernelWay.of(table, source.row(), to.layer());
    given = way.given();
    span = new KernelReach.Walk(table, false).run(way, whole()).span();
    channels =
        Stream.concat(
                way.path().stream().map(Node::channels),
                given.stream().map(row -> KernelReach.channels(table, row)))
            .mapToLong(Integer::longValue)
            .sum();
  }

  KernelSpan span() {
    return span;
  }

  private List<Integer> whole() {
    return KernelEnd.all(network.architecture(), to.layer()).channels();
  }

  /** The places that are reached on an axis, where padding depends on its length. */
  private KernelSpan span(
      final ToIntFunction<Geometry> length, final int picture, final View view) {
    final Architecture table = network.architecture();
    final ToIntFunction<String> own =
        row ->
            row.equals(Architecture.INPUT)
                ? picture
                : length.applyAsInt(Geometry.of(table.layer(row), view.width(), view.height()));
    return new KernelReach.Walk(table, false, own).run(way, whole()).span();
  }

  /** Whether the lower units are not channels of the row on which they act. */
  private boolean isBeside() {
    return !source.row().equals(from.layer());
  }

  /** The rows whose values are needed. */
  List<String> names() {
    final Set<String> names = new LinkedHashSet<>(List.of(upper));
    names.addAll(given);
    if (isBeside()) {
      names.add(from.layer());
    }
    names.remove(Architecture.INPUT);
    return List.copyOf(names);
  }

  /**
   * Adds the effects on a picture.
   *
   * @param sums [to, from, row, column]
   */
  void addTo(final double[] sums, final Seen<?> seen) {
    final Map<String, MapStack> values = new HashMap<>();
    given.forEach(row -> values.put(row, values(seen, row)));
    final List<Strongest> open = new ArrayList<>(strongest(seen, values.get(given.get(0))));
    while (!open.isEmpty()) {
      final ValueWindow window = open.get(0).window;
      final List<Strongest> batch =
          open.stream().filter(one -> one.window.isLike(window)).limit(most(window)).toList();
      open.removeAll(batch);
      add(batch, values, seen, sums);
    }
  }

  private MapStack values(final Seen<?> seen, final String row) {
    if (!row.equals(Architecture.INPUT)) {
      return seen.activations().map(row).maps();
    }
    return network.architecture().preprocessing().planes(seen.view().picture());
  }

  private int most(final ValueWindow window) {
    final int width = window.x().length();
    final int height = window.y().length();
    final long need = COPIES * channels * width * height * Float.BYTES;
    return MemoryBudget.batch(need, width, height, LARGEST_BATCH);
  }

  /** Where the upper units are on, and strongest. */
  private List<Strongest> strongest(final Seen<?> seen, final MapStack below) {
    final MapStack maps = seen.activations().map(upper).maps();
    final KernelSpan across = span(one -> one.x().size(), seen.view().width(), seen.view());
    final KernelSpan down = span(one -> one.y().size(), seen.view().height(), seen.view());
    final List<Strongest> all = new ArrayList<>();
    for (int i = 0; i < to.channels().size(); i++) {
      final float[] map = maps.plane(to.channels().get(i));
      final int best = LargestIndex.of(map);
      if (map[best] != 0) {
        final int column = best % maps.width();
        final int row = best / maps.width();
        final ValueWindow window =
            new ValueWindow(
                ValueWindow.Part.of(across, column, below.width()),
                ValueWindow.Part.of(down, row, below.height()));
        all.add(new Strongest(i, column, row, window));
      }
    }
    return all;
  }

  private void add(
      final List<Strongest> batch,
      final Map<String, MapStack> values,
      final Seen<?> seen,
      final double[] sums) {
    final Map<String, List<MapStack>> cut = new HashMap<>();
    values.forEach(
        (row, whole) -> cut.put(row, batch.stream().map(one -> one.window.cut(whole)).toList()));
    final String lower = given.get(0);
    final List<MapStack> slopes =
        ValueGradients.of(
            network, cut, lower, Objective.each(batch.stream().map(this::unit).toList()));
    for (int i = 0; i < batch.size(); i++) {
      final Strongest one = batch.get(i);
      final MapStack activations =
          isBeside()
              ? one.window.cut(seen.activations().map(from.layer()).maps())
              : cut.get(lower).get(i);
      add(one, slopes.get(i), activations, sums);
    }
  }

  private Objective unit(final Strongest one) {
    return Objective.neuron(
        upper, to.channels().get(one.index), one.window.x().unit(), one.window.y().unit());
  }

  private void add(
      final Strongest one, final MapStack slopes, final MapStack activations, final double[] sums) {
    final int count = from.channels().size();
    for (int i = 0; i < count; i++) {
      final float[] effect = slope(slopes, i);
      final float[] activation = activations.plane(from.channels().get(i));
      for (int j = 0; j < effect.length; j++) {
        effect[j] *= activation[j];
      }
      one.window.add(effect, span.size(), sums, (one.index * count + i) * span.area());
    }
  }

  /** The derivative with respect to one of the lower units. */
  private float[] slope(final MapStack slopes, final int index) {
    if (source.directions().isEmpty()) {
      return slopes.plane(from.channels().get(index)).clone();
    }
    final int width = source.channels().size();
    final float[] sum = new float[slopes.plane(0).length];
    for (int channel = 0; channel < width; channel++) {
      final float part = source.directions().get()[index * width + channel];
      final float[] own = slopes.plane(channel);
      for (int j = 0; j < sum.length && part != 0; j++) {
        sum[j] += part * own[j];
      }
    }
    return sum;
  }
}
