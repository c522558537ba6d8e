package io.github.inceptionlens.circuit.family;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What of units' responses depends on how pictures lie, as spectra over the turns, so that the
 * correlations of two units for all ways at once are a product.
 *
 * <p>Of each value the mean over all ways of its place and that over all places of its way are
 * taken: what a unit gives however the picture lies says nothing of how the unit does.
 */
final class OrbitSpectra {

  private static final double LEAST_TUNED = 0.02;

  private final CongruenceGroup group;
  private final int places;
  private final int frequencies;
  private final double[] cosines;
  private final double[] sines;
  private final double[] tuned;
  private final List<float[]> spectra = new ArrayList<>();

  OrbitSpectra(final OrbitResponses responses) {
    group = responses.group();
    places = responses.places();
    frequencies = group.turns() / 2 + 1;
    cosines = IntStream.range(0, group.turns()).mapToDouble(i -> Math.cos(radians(i))).toArray();
    sines = IntStream.range(0, group.turns()).mapToDouble(i -> Math.sin(radians(i))).toArray();
    tuned = new double[responses.units().size()];
    for (int unit = 0; unit < tuned.length; unit++) {
      spectra.add(spectrum(normalized(responses.values().get(unit), unit)));
    }
  }

  /** How many units there are. */
  int size() {
    return tuned.length;
  }

  CongruenceGroup group() {
    return group;
  }

  /**
   * Which part of a unit's variance depends on how pictures lie, 0 to 1; 0 for a unit that is the
   * same everywhere.
   */
  double tuned(final int unit) {
    return tuned[unit];
  }

  /** Whether so much of a unit depends on how pictures lie that it can be turned at all. */
  boolean isTuned(final int unit) {
    return tuned[unit] >= LEAST_TUNED;
  }

  /** Less the means, of length 1; all 0 for a unit that does not depend on how pictures lie. */
  private double[] normalized(final float[] values, final int unit) {
    final int ways = group.size();
    final double[] ofPlace = new double[places];
    final double[] ofWay = new double[ways];
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      ofPlace[i / ways] += values[i] / (double) ways;
      ofWay[i % ways] += values[i] / (double) places;
      mean += values[i] / (double) values.length;
    }
    final double[] rest = new double[values.length];
    double all = 0;
    double own = 0;
    for (int i = 0; i < values.length; i++) {
      rest[i] = values[i] - ofPlace[i / ways] - ofWay[i % ways] + mean;
      all += (values[i] - mean) * (values[i] - mean);
      own += rest[i] * rest[i];
    }
    tuned[unit] = all > 0 ? own / all : 0;
    final double length = isTuned(unit) ? Math.sqrt(own) : Double.POSITIVE_INFINITY;
    for (int i = 0; i < rest.length; i++) {
      rest[i] /= length;
    }
    return rest;
  }

  /** [frequency, side, real and imaginary, place]. */
  private float[] spectrum(final double[] values) {
    final int turns = group.turns();
    final float[] spectrum = new float[frequencies * group.sides() * 2 * places];
    for (int frequency = 0; frequency < frequencies; frequency++) {
      for (int side = 0; side < group.sides(); side++) {
        final int real = block(frequency, side);
        for (int place = 0; place < places; place++) {
          final int first = place * group.size() + side * turns;
          double along = 0;
          double across = 0;
          for (int turn = 0; turn < turns; turn++) {
            final int phase = frequency * turn % turns;
            along += values[first + turn] * cosines[phase];
            across -= values[first + turn] * sines[phase];
          }
          spectrum[real + place] = (float) along;
          spectrum[real + places + place] = (float) across;
        }
      }
    }
    return spectrum;
  }

  private double radians(final int turn) {
    return 2 * Math.PI * turn / group.turns();
  }

  private int block(final int frequency, final int side) {
    return (frequency * group.sides() + side) * 2 * places;
  }

  /**
   * The correlations of a unit with one that sees the pictures turned and mirrored, for all ways;
   * all 0 where one of them does not depend on how pictures lie.
   *
   * @param other whose unit is compared: the same, or with pictures permuted
   */
  double[] correlations(final int unit, final OrbitSpectra other, final int otherUnit) {
    final double[] all = new double[group.size()];
    if (!isTuned(unit) || !other.isTuned(otherUnit)) {
      return all;
    }
    final float[] one = spectra.get(unit);
    final float[] two = other.spectra.get(otherUnit);
    for (int frequency = 0; frequency < frequencies; frequency++) {
      final boolean twice = frequency > 0 && 2 * frequency < group.turns();
      for (int mirror = 0; mirror < group.sides(); mirror++) {
        final double[] sum = product(one, two, frequency, mirror);
        for (int turn = 0; turn < group.turns(); turn++) {
          final int phase = frequency * turn % group.turns();
          final double part = sum[0] * cosines[phase] - sum[1] * sines[phase];
          all[mirror * group.turns() + turn] += (twice ? 2 : 1) * part / group.turns();
        }
      }
    }
    return all;
  }

  /** Over all places, of what is turned alike or, mirrored, the other way round. */
  private double[] product(
      final float[] one, final float[] two, final int frequency, final int mirror) {
    double real = 0;
    double imaginary = 0;
    for (int side = 0; side < group.sides(); side++) {
      final int a = block(frequency, side);
      final int b = block(frequency, side ^ mirror);
      final int sign = mirror == 0 ? 1 : -1;
      double alongs = 0;
      double acrosses = 0;
      double crossed = 0;
      double crossing = 0;
      for (int place = 0; place < places; place++) {
        alongs += one[a + place] * two[b + place];
        acrosses += one[a + places + place] * two[b + places + place];
        crossed += one[a + place] * two[b + places + place];
        crossing += one[a + places + place] * two[b + place];
      }
      real += alongs + sign * acrosses;
      imaginary += crossed - sign * crossing;
    }
    return new double[] {real, imaginary};
  }
}
