package io.github.inceptionlens.circuit.group;

import io.github.inceptionlens.circuit.weight.KernelSpan;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.NonNegativeFactors;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights between layers as a few groups of lower units, each with one signed kernel for every
 * upper unit: non-negative factors of the weights above 0 and, below them, of those below 0 with
 * their signs turned, so that groups are of units that excite and inhibit together, at the same
 * places.
 *
 * @param from the lower units
 * @param to the upper units
 * @param span which places of the lower layer the kernels are of
 * @param directions [group, from], 0 and above, of length 1 or 0; the group that makes up most of
 *     the weights is the first
 * @param kernels [to, group, row, column], of either sign
 * @param explained which part of the sum of squares of the weights these give, at most 1
 * @see <a href="https://distill.pub/2020/circuits/visualizing-weights/">Voss et al. 2021,
 *     Visualizing Weights</a>, on one-sided factorization
 */
public record WeightGroups(
    List<Unit> from,
    List<Unit> to,
    KernelSpan span,
    float[] directions,
    float[] kernels,
    double explained) {

  private static final int COPIES = 4;

  /** Copies the lists. */
  public WeightGroups {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /**
   * Finds groups.
   *
   * @param weights of at least one upper unit, all for the same lower units
   * @param count how many groups
   * @param seed what the start is drawn from
   * @throws UserError when all weights are 0, or Java's memory is too small
   */
  public static WeightGroups of(
      final List<UnitKernels> weights, final int count, final long seed, final Progress progress) {
    final UnitKernels first = weights.get(0);
    final int units = first.from().size();
    final long values = 2L * weights.size() * first.values().length;
    HeapCheck.require(
        COPIES * values * Double.BYTES,
        "grouping the weights of " + units + " to " + weights.size() + " units",
        "give fewer units");
    final float[] halves = halves(weights, units);
    requireSome(halves);
    final NonNegativeFactors factors = NonNegativeFactors.of(halves, units, count, seed, progress);
    final float[] kernels = kernels(factors, first.span().area());
    return new WeightGroups(
        first.from(),
        weights.stream().map(UnitKernels::to).toList(),
        first.span(),
        factors.factors(),
        kernels,
        explained(weights, factors, kernels));
  }

  private static void requireSome(final float[] values) {
    for (final float value : values) {
      if (value > 0) {
        return;
      }
    }
    throw new UserError(
        "all weights between these units are 0, so that there is nothing to group: give others");
  }

  /** A row of the weights above 0, and one of those below, for every place of every upper unit. */
  private static float[] halves(final List<UnitKernels> weights, final int units) {
    final int area = weights.get(0).span().area();
    final float[] rows = new float[2 * weights.size() * area * units];
    for (int unit = 0; unit < weights.size(); unit++) {
      final float[] values = weights.get(unit).values();
      for (int i = 0; i < values.length; i++) {
        final int row = 2 * (unit * area + i % area) + (values[i] < 0 ? 1 : 0);
        rows[row * units + i / area] = Math.abs(values[i]);
      }
    }
    return rows;
  }

  private static float[] kernels(final NonNegativeFactors factors, final int area) {
    final int groups = factors.count();
    final int places = factors.rows() / 2;
    final float[] kernels = new float[places * groups];
    for (int place = 0; place < places; place++) {
      for (int group = 0; group < groups; group++) {
        final int unit = place / area;
        kernels[(unit * groups + group) * area + place % area] =
            factors.strengths()[2 * place * groups + group]
                - factors.strengths()[(2 * place + 1) * groups + group];
      }
    }
    return kernels;
  }

  private static double explained(
      final List<UnitKernels> weights, final NonNegativeFactors factors, final float[] kernels) {
    final int groups = factors.count();
    final int area = weights.get(0).span().area();
    double left = 0;
    double all = 0;
    for (int unit = 0; unit < weights.size(); unit++) {
      final float[] values = weights.get(unit).values();
      for (int i = 0; i < values.length; i++) {
        double rest = values[i];
        for (int group = 0; group < groups; group++) {
          rest -=
              (double) factors.factors()[group * factors.channels() + i / area]
                  * kernels[(unit * groups + group) * area + i % area];
        }
        left += rest * rest;
        all += (double) values[i] * values[i];
      }
    }
    return 1 - left / all;
  }

  /** The number of groups. */
  public int count() {
    return directions.length / from.size();
  }

  /** How strongly each lower unit belongs to a group. */
  public float[] direction(final int group) {
    return Arrays.copyOfRange(directions, group * from.size(), (group + 1) * from.size());
  }

  /**
   * The kernels of an upper unit, for the groups in place of lower units.
   *
   * @param name what the groups are called, as a layer
   */
  public UnitKernels kernels(final int unit, final String name) {
    final int length = count() * span.area();
    return new UnitKernels(
        to.get(unit),
        IntStream.range(0, count()).mapToObj(group -> new Unit(name, group)).toList(),
        span,
        Arrays.copyOfRange(kernels, unit * length, (unit + 1) * length));
  }
}
