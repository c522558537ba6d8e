package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.edit.Graft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The weights between a unit and those of the main layer below or above it, expanded over all rows
 * with weights that lie between, as if all between were linear: rectifiers let everything pass, max
 * pools are means, response norms have their slope at zero. Paths that go around the unit's
 * neighbors are left out, and so are biases.
 *
 * @see <a href="https://distill.pub/2020/circuits/visualizing-weights/">Voss et al. 2021,
 *     Visualizing Weights</a>
 */
public final class ExpandedWeights {

  private static final Comparator<ExpandedWeight> STRONGEST_FIRST =
      Comparator.comparingDouble(ExpandedWeight::norm)
          .reversed()
          .thenComparing(one -> one.other().layer())
          .thenComparingInt(one -> one.other().channel());

  private static final int INPUT_CHANNELS = 3;

  private final Architecture table;
  private final Function<String, float[]> tensors;
  private final Set<String> ends = new HashSet<>();
  private final Map<String, Taps> open = new LinkedHashMap<>();

  private ExpandedWeights(final InceptionV1 network) {
    table = network.architecture();
    tensors = network.operations()::values;
    ends.addAll(table.mainLayers());
    table.mainLayers().forEach(layer -> ends.add(table.unedited(layer).name()));
    ends.add(Architecture.INPUT);
    if (table.has(Architecture.LOGITS)) {
      ends.add(Architecture.LOGITS);
    }
  }

  /**
   * What a unit reads: its weights for every channel of the nearest main layer below, on that
   * layer's grid. For an entry of a dictionary that is the layer which the dictionary reads; for a
   * unit of the first layer the network's input.
   *
   * @param unit with canonical names
   * @return the largest norm first
   */
  public static List<ExpandedWeight> incoming(final InceptionV1 network, final Unit unit) {
    return new ExpandedWeights(network).below(unit);
  }

  /**
   * What reads a unit: the weights of every channel of the nearest main layer above for it, on the
   * unit's grid; for the last layer the classifier's.
   *
   * @param unit with canonical names; an entry of a dictionary acts by its decoder
   * @return the largest norm first; empty where nothing reads it, or the dictionary has no decoder
   */
  public static List<ExpandedWeight> outgoing(final InceptionV1 network, final Unit unit) {
    return new ExpandedWeights(network).above(unit);
  }

  private List<ExpandedWeight> below(final Unit unit) {
    final Node start = table.unedited(unit.layer());
    open.put(start.name(), Taps.at(oneHot(start.channels(), unit.channel()), false));
    final List<ExpandedWeight> found = new ArrayList<>();
    final List<Node> rows = table.nodes();
    for (int i = rows.size() - 1; i >= 0; i--) {
      final Node row = rows.get(i);
      final Taps taps = open.remove(row.name());
      if (taps != null && taps.weighted() && ends.contains(row.name())) {
        found.addAll(weights(row.name(), taps));
      } else if (taps != null) {
        goBack(row, taps);
      }
    }
    if (open.containsKey(Architecture.INPUT)) {
      found.addAll(weights(Architecture.INPUT, open.get(Architecture.INPUT)));
    }
    return found.stream().sorted(STRONGEST_FIRST).toList();
  }

  private static double[] oneHot(final int length, final int index) {
    final double[] values = new double[length];
    values[index] = 1;
    return values;
  }

  private void goBack(final Node row, final Taps taps) {
    int first = 0;
    for (int i = 0; i < row.inputs().size(); i++) {
      final String input = row.inputs().get(i);
      final int channels = channels(input);
      final Taps below;
      if (row.op() instanceof Operation.Concat) {
        below = taps.part(first, channels);
        first += channels;
      } else if (row.op() instanceof Operation.Sum sum) {
        below = taps.times(filled(channels, sum.factors().get(i)));
      } else {
        below = LinearRow.of(row, tensors).back(taps, channels);
      }
      open.merge(input, below, Taps::plus);
    }
  }

  private int channels(final String row) {
    return row.equals(Architecture.INPUT) ? INPUT_CHANNELS : table.node(row).channels();
  }

  private static double[] filled(final int length, final double value) {
    final double[] values = new double[length];
    Arrays.fill(values, value);
    return values;
  }

  private List<ExpandedWeight> above(final Unit unit) {
    if (!start(unit)) {
      return List.of();
    }
    final List<ExpandedWeight> found = new ArrayList<>();
    for (final Node row : table.nodes()) {
      final boolean reads = row.inputs().stream().anyMatch(open::containsKey);
      if (reads && !table.isGrafted(row.name()) && !open.containsKey(row.name())) {
        final Taps taps = on(row);
        if (taps.weighted() && ends.contains(row.name())) {
          found.addAll(weights(row.name(), taps));
        } else {
          open.put(row.name(), taps);
        }
      }
    }
    return found.stream().sorted(STRONGEST_FIRST).toList();
  }

  /** Opens the row through which the network reads a unit, if it does. */
  private boolean start(final Unit unit) {
    final String layer = unit.layer().replace(Architecture.PRE_RELU, "");
    if (!table.isGrafted(layer)) {
      open.put(layer, Taps.at(oneHot(channels(layer), unit.channel()), false));
      return true;
    }
    if (!table.has(layer + Graft.DECODED)) {
      return false;
    }
    final int entries = channels(layer);
    final float[] decoder = tensors.apply(layer + Graft.DECODED + "_w");
    final double[] direction =
        IntStream.range(0, decoder.length / entries)
            .mapToDouble(channel -> decoder[channel * entries + unit.channel()])
            .toArray();
    open.put(table.trunk(layer).name(), Taps.at(direction, false));
    return true;
  }

  private Taps on(final Node row) {
    if (!(row.op() instanceof Operation.Concat || row.op() instanceof Operation.Sum)) {
      return LinearRow.of(row, tensors).on(open.get(row.inputs().get(0)));
    }
    Taps all = null;
    int first = 0;
    for (int i = 0; i < row.inputs().size(); i++) {
      final Taps part = open.get(row.inputs().get(i));
      if (part != null) {
        final Taps placed =
            row.op() instanceof Operation.Sum sum
                ? part.times(filled(part.channels(), sum.factors().get(i)))
                : part.among(row.channels(), first);
        all = all == null ? placed : all.plus(placed);
      }
      first += channels(row.inputs().get(i));
    }
    return all;
  }

  private List<ExpandedWeight> weights(final String row, final Taps taps) {
    final String layer =
        row.endsWith(Architecture.UNEDITED)
            ? row.substring(0, row.length() - Architecture.UNEDITED.length())
            : row;
    return IntStream.range(0, taps.channels())
        .mapToObj(
            i ->
                new ExpandedWeight(
                    new Unit(layer, i), taps.size(), taps.first(), taps.stride(), taps.channel(i)))
        .toList();
  }
}
