package io.github.inceptionlens.circuit.tuning;

import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The detectors of an angle among some units.
 *
 * @param measured how many units there were
 * @param found the detectors, by preferred angle
 * @param shuffled how many there would be if each unit gave its responses at shuffled angles
 */
public record AngleDetectors(int measured, List<AngleDetector> found, int shuffled) {

  /** Copies the list. */
  public AngleDetectors {
    found = List.copyOf(found);
  }

  /**
   * Finds them.
   *
   * @param set what the stimuli show, at several angles
   * @param random shuffles angles
   */
  public static AngleDetectors of(
      final List<UnitTuning> units,
      final StimulusSet set,
      final DetectorRule rule,
      final Random random) {
    final List<AngleDetector> strong =
        units.stream().filter(rule::isStrong).map(unit -> detector(unit, set)).toList();
    final List<AngleDetector> found =
        strong.stream()
            .filter(one -> rule.prefers(one.curve()))
            .sorted(Comparator.comparingDouble(one -> one.tuning().preferred()))
            .toList();
    final long shuffled =
        strong.stream().map(one -> one.curve().shuffled(random)).filter(rule::prefers).count();
    return new AngleDetectors(units.size(), found, (int) shuffled);
  }

  private static AngleDetector detector(final UnitTuning unit, final StimulusSet set) {
    final CircularCurve curve = set.circularCurve(unit.responses()).orElseThrow();
    return new AngleDetector(
        unit.unit(), unit.responses()[unit.strongest()], curve, CircularTuning.of(curve));
  }

  /**
   * What their preferred angles leave uncovered.
   *
   * @param period after how many degrees angles are the same again
   */
  public AngularGaps gaps(final double period) {
    return AngularGaps.of(
        found.stream().mapToDouble(one -> one.tuning().preferred()).toArray(), period);
  }
}
