package io.github.inceptionlens.circuit.family;

import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.UnitWeights;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How alike the kernels of a family's units are once they are turned back: the kernels from the
 * picture itself, expanded over all that lies between as if it were linear.
 */
public final class KernelAgreement {

  private final Map<Unit, TurnedKernel> kernels = new HashMap<>();
  private final Map<UnitFamily, List<Unit>> strangers = new HashMap<>();

  /**
   * Computes the kernels.
   *
   * @param units all of the layer that were compared
   * @param seed what other units are drawn from, for the control
   * @throws io.github.inceptionlens.core.UserError when the memory is too small
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public KernelAgreement(
      final InceptionV1 network,
      final List<UnitFamily> families,
      final List<Unit> units,
      final long seed,
      final Progress progress) {
    final Random random = new Random(seed);
    families.forEach(family -> strangers.put(family, strangers(family, units, random)));
    final List<Unit> needed =
        Stream.concat(
                families.stream().flatMap(one -> one.members().stream()).map(FamilyMember::unit),
                strangers.values().stream().flatMap(List::stream))
            .distinct()
            .sorted(Comparator.comparingInt(Unit::channel))
            .toList();
    if (!needed.isEmpty()) {
      compute(network, needed, progress);
    }
  }

  private static List<Unit> strangers(
      final UnitFamily family, final List<Unit> units, final Random random) {
    final List<Unit> own = family.members().stream().map(FamilyMember::unit).toList();
    final List<Unit> others = units.stream().filter(unit -> !own.contains(unit)).toList();
    final List<Unit> drawn = new ArrayList<>();
    for (int i = 0; i < own.size() && !others.isEmpty(); i++) {
      drawn.add(others.get(random.nextInt(others.size())));
    }
    return drawn;
  }

  private void compute(
      final InceptionV1 network, final List<Unit> needed, final Progress progress) {
    final KernelEnd to =
        new KernelEnd(needed.get(0).layer(), needed.stream().map(Unit::channel).toList());
    final UnitWeights weights =
        UnitWeights.expanded(
            network, KernelEnd.all(network.architecture(), Architecture.INPUT), to);
    weights.forEach(
        unit ->
            kernels.put(
                new Unit(needed.get(0).layer(), unit.to().channel()), TurnedKernel.of(unit)),
        progress);
  }

  /**
   * The mean cosine of each member's kernel with those of the others, all turned back; 0 for a
   * kernel of zeros.
   */
  public double[] of(final UnitFamily family) {
    final List<TurnedKernel> back =
        family.members().stream().map(one -> back(one.unit(), one.way())).toList();
    return means(back, back);
  }

  /**
   * The same where other units of the layer, drawn at random, stand in the places of the others;
   * NaN where the family is the whole layer.
   */
  public double[] shuffled(final UnitFamily family) {
    final List<FamilyMember> members = family.members();
    final List<Unit> drawn = strangers.get(family);
    final List<TurnedKernel> others = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      others.add(back(drawn.get(i), members.get(i).way()));
    }
    return means(members.stream().map(one -> back(one.unit(), one.way())).toList(), others);
  }

  private static double[] means(final List<TurnedKernel> ones, final List<TurnedKernel> others) {
    final double[] means = new double[ones.size()];
    for (int i = 0; i < means.length; i++) {
      double sum = others.isEmpty() ? Double.NaN : 0;
      for (int j = 0; j < others.size(); j++) {
        sum += i == j ? 0 : ones.get(i).cosine(others.get(j));
      }
      means[i] = sum / (means.length - 1);
    }
    return means;
  }

  /**
   * The kernels of a member from the picture's colors, in the network's order.
   *
   * @param unit a member of one of the families
   */
  public TurnedKernel kernel(final Unit unit) {
    return kernels.get(unit);
  }

  /** The kernel of a unit, turned back by how it lies. */
  private TurnedKernel back(final Unit unit, final Congruence way) {
    return kernels.get(unit).lying(way.back());
  }
}
