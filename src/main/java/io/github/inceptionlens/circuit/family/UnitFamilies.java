package io.github.inceptionlens.circuit.family;

import io.github.inceptionlens.core.AverageLinkage;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which units are turned or mirrored copies of each other: families in which each unit's responses,
 * turned back, are those of the others.
 *
 * <p>Two units are compared on pictures that are turned and mirrored about the place at which they
 * are read: a copy gives to the turned picture what the other one gives to the picture.
 */
public final class UnitFamilies {

  private final OrbitResponses responses;
  private final OrbitSpectra spectra;
  private final OrbitSpectra permuted;
  private final CopyMatrix matrix;
  private final CopyMatrix control;

  private UnitFamilies(final OrbitResponses responses, final Progress progress) {
    this.responses = responses;
    spectra = new OrbitSpectra(responses);
    permuted = new OrbitSpectra(responses.permuted());
    matrix = CopyMatrix.of(spectra, spectra, progress.part(0, 2));
    control = CopyMatrix.of(spectra, permuted, progress.part(1, 2));
  }

  /**
   * Compares all pairs of units.
   *
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public static UnitFamilies of(final OrbitResponses responses, final Progress progress) {
    return new UnitFamilies(responses, progress);
  }

  /** The units that were compared. */
  public List<Unit> units() {
    return responses.units();
  }

  /** At how many places they were compared. */
  public int places() {
    return responses.places();
  }

  /** The largest correlation of two different units with pictures permuted. */
  public double largestShuffled() {
    return Arrays.stream(control.pairs()).max().orElse(0);
  }

  /** How many pairs of different units have a larger correlation. */
  public long pairsAbove(final double correlation) {
    return Arrays.stream(matrix.pairs()).filter(one -> one > correlation).count();
  }

  /**
   * The correlation that a part of all pairs of different units does not exceed.
   *
   * @param part 0 to 1
   * @return 0 where there is no pair
   */
  public double quantile(final double part) {
    final double[] sorted = matrix.pairs();
    return sorted.length == 0 ? 0 : sorted[(int) Math.round(part * (sorted.length - 1))];
  }

  /** How many units depend on how pictures lie. */
  public int tuned() {
    return (int) IntStream.range(0, units().size()).filter(spectra::isTuned).count();
  }

  /**
   * The families, the largest first.
   *
   * @param least the mean correlation with the others, turned back, that each member has at least
   */
  public List<UnitFamily> families(final double least) {
    return AverageLinkage.of(matrix.size(), matrix::best, least).stream()
        .map(group -> family(group, least))
        .filter(family -> family.members().size() > 1)
        .sorted(Comparator.comparingInt(family -> -family.members().size()))
        .toList();
  }

  /** The family of a group, without those that do not lie to all others as to the first one. */
  private UnitFamily family(final List<Integer> group, final double least) {
    final List<Integer> left = new ArrayList<>(group);
    while (left.size() > 1) {
      final int first = first(left);
      final int worst =
          left.stream()
              .min(Comparator.comparingDouble(unit -> mean(spectra, left, first, unit)))
              .orElseThrow();
      if (mean(spectra, left, first, worst) >= least) {
        return family(left, first);
      }
      left.remove(Integer.valueOf(worst));
    }
    return new UnitFamily(List.of());
  }

  /** The member that is most like all others. */
  private int first(final List<Integer> group) {
    double most = Double.NEGATIVE_INFINITY;
    int first = -1;
    for (final int unit : group) {
      final double alike = group.stream().mapToDouble(other -> matrix.best(unit, other)).sum();
      if (alike > most + 1e-5 * group.size()) {
        most = alike;
        first = unit;
      }
    }
    return first;
  }

  private UnitFamily family(final List<Integer> group, final int first) {
    return new UnitFamily(
        group.stream()
            .sorted(
                Comparator.comparingInt((Integer unit) -> unit == first ? -1 : 0)
                    .thenComparingInt(unit -> matrix.way(first, unit)))
            .map(
                unit ->
                    new FamilyMember(
                        units().get(unit),
                        responses.group().element(matrix.way(first, unit)),
                        mean(spectra, group, first, unit),
                        mean(permuted, group, first, unit),
                        spectra.tuned(unit)))
            .toList());
  }

  /** The mean correlation of a unit with the others of a group, as they lie to the first. */
  private double mean(
      final OrbitSpectra others, final List<Integer> group, final int first, final int unit) {
    final CongruenceGroup ways = responses.group();
    final int back = ways.inverse(matrix.way(first, unit));
    return group.stream()
        .filter(other -> other != unit)
        .mapToDouble(
            other ->
                spectra
                    .correlations(unit, others, other)[ways.after(matrix.way(first, other), back)])
        .average()
        .orElseThrow();
  }

  /** The units in the order of families, then all others. */
  public List<Integer> order(final List<UnitFamily> families) {
    final List<Integer> order =
        families.stream()
            .flatMap(family -> family.members().stream())
            .map(member -> units().indexOf(member.unit()))
            .toList();
    return Stream.concat(
            order.stream(),
            IntStream.range(0, units().size()).boxed().filter(unit -> !order.contains(unit)))
        .toList();
  }

  /**
   * The correlations of all pairs, row-major.
   *
   * @param order of the units
   * @param permuted whether with pictures permuted
   */
  public float[] matrix(final List<Integer> order, final boolean permuted) {
    final CopyMatrix shown = permuted ? control : matrix;
    final int size = order.size();
    final float[] values = new float[size * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = shown.best(order.get(i / size), order.get(i % size));
    }
    return values;
  }
}
