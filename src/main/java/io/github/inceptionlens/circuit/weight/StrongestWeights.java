package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The connections with the largest norms of each of many units of a layer, in one go for all of
 * them: those of {@link ExpandedWeights}, as far as they are the strongest.
 */
public final class StrongestWeights {

  private final InceptionV1 network;
  private final KernelEnd units;
  private final int most;

  /**
   * @param units with canonical names
   * @param most how many connections of each unit are kept
   */
  public StrongestWeights(final InceptionV1 network, final KernelEnd units, final int most) {
    this.network = network;
    this.units = units;
    this.most = most;
  }

  /**
   * What the units read in the nearest main layer below, of entries of a dictionary in the layer
   * that it reads.
   *
   * @return by channel, the largest norm first
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public Map<Integer, List<WeightKernel>> incoming(final Progress progress) {
    final Map<Integer, List<WeightKernel>> strongest = new HashMap<>();
    final KernelEnd below = ExpandedWeights.nearest(network, units.layer());
    UnitWeights.expanded(network, below, units)
        .forEach(one -> strongest.put(one.to().channel(), one.strongest(most)), progress);
    return strongest;
  }

  /**
   * What reads the units in the nearest main layers above.
   *
   * @return by channel, the largest norm first; empty lists where nothing reads them
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public Map<Integer, List<WeightKernel>> outgoing(final Progress progress) {
    final Architecture table = network.architecture();
    final Map<Integer, PriorityQueue<WeightKernel>> queues = new HashMap<>();
    units
        .channels()
        .forEach(
            one ->
                queues.put(one, new PriorityQueue<>(UnitKernels.STRONGEST_ABOVE_FIRST.reversed())));
    final List<String> above = ExpandedWeights.nearestAbove(network, units.layer());
    for (int i = 0; i < above.size(); i++) {
      UnitWeights.expanded(network, units, KernelEnd.all(table, above.get(i)))
          .forEach(
              one -> one.kernels().forEach(kernel -> add(queues, kernel)),
              progress.part(i, above.size()));
    }
    final Map<Integer, List<WeightKernel>> strongest = new HashMap<>();
    queues.forEach(
        (channel, queue) ->
            strongest.put(
                channel, queue.stream().sorted(UnitKernels.STRONGEST_ABOVE_FIRST).toList()));
    return strongest;
  }

  private void add(
      final Map<Integer, PriorityQueue<WeightKernel>> queues, final WeightKernel kernel) {
    final PriorityQueue<WeightKernel> queue = queues.get(kernel.from().channel());
    queue.add(kernel);
    if (queue.size() > most) {
      queue.remove();
    }
  }
}
