package io.github.inceptionlens.reading;

import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * A two-alternative forced choice: trials that each ask which of two crops drives a unit more.
 *
 * <p>The crops of a trial come from different pictures and differ in value; no crop is asked twice;
 * the stronger one is at the left as often as at the right, or, of an odd number of trials, once
 * more on one side.
 *
 * @param trials in the order in which they are asked
 * @see <a href="https://arxiv.org/abs/2010.12606">Borowski et al. 2021</a>
 */
public record TwoAlternatives(List<Trial> trials) {

  private static final int NONE = -1;

  /**
   * A crop that may be asked for.
   *
   * @param picture which picture it is of
   * @param value the unit's response there
   */
  public record Candidate(int picture, double value) {}

  /**
   * A trial.
   *
   * @param left which of the candidates is at the left, from 0
   * @param right which is at the right
   * @param stronger where the one with the larger value is
   */
  public record Trial(int left, int right, Side stronger) {}

  /** Copies the list. */
  public TwoAlternatives {
    trials = List.copyOf(trials);
  }

  /**
   * Draws trials; the same arguments draw the same.
   *
   * @param count how many, at least 1
   * @throws UserError when the candidates do not allow so many
   */
  public static TwoAlternatives of(
      final List<Candidate> candidates, final Queries queries, final int count, final long seed) {
    if (count < 1) {
      throw new UserError("trials is " + count + ", expected at least 1");
    }
    final Random dice = new Random(seed);
    final List<int[]> pairs = pairs(candidates, queries.sides(candidates, dice), count);
    if (pairs.size() < count) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "trials is %d, but your pictures allow %d without showing a crop twice: add"
                  + " pictures, or larger ones, choose a unit of a lower layer, which sees less of"
                  + " a picture, or ask for fewer",
              count,
              pairs.size()));
    }
    Collections.shuffle(pairs, dice);
    final List<Side> sides = sides(count, dice);
    final List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trials.add(trial(candidates, pairs.get(i), sides.get(i)));
    }
    return new TwoAlternatives(trials);
  }

  private static Trial trial(
      final List<Candidate> candidates, final int[] pair, final Side stronger) {
    final boolean ordered = candidates.get(pair[0]).value() > candidates.get(pair[1]).value();
    final int strong = ordered ? pair[0] : pair[1];
    final int weak = ordered ? pair[1] : pair[0];
    return stronger == Side.LEFT
        ? new Trial(strong, weak, stronger)
        : new Trial(weak, strong, stronger);
  }

  private static List<Side> sides(final int count, final Random dice) {
    final Side first = dice.nextBoolean() ? Side.LEFT : Side.RIGHT;
    final List<Side> sides = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sides.add(i % 2 == 0 ? first : first.other());
    }
    Collections.shuffle(sides, dice);
    return sides;
  }

  /** As many pairs as wanted, or as there can be: a largest matching between the two lists. */
  private static List<int[]> pairs(
      final List<Candidate> candidates, final List<List<Integer>> sides, final int wanted) {
    final int[] partner = new int[candidates.size()];
    Arrays.fill(partner, NONE);
    int found = 0;
    for (final int one : sides.get(0)) {
      if (found < wanted
          && match(one, sides.get(1), candidates, partner, new boolean[candidates.size()])) {
        found++;
      }
    }
    final List<int[]> pairs = new ArrayList<>();
    for (int other = 0; other < partner.length; other++) {
      if (partner[other] != NONE) {
        pairs.add(new int[] {partner[other], other});
      }
    }
    return pairs;
  }

  /** Finds a partner, for which others may have to take another one (Kuhn 1955). */
  private static boolean match(
      final int one,
      final List<Integer> others,
      final List<Candidate> candidates,
      final int[] partner,
      final boolean[] seen) {
    for (final int other : others) {
      if (!seen[other] && areComparable(candidates.get(one), candidates.get(other))) {
        seen[other] = true;
        if (partner[other] == NONE || match(partner[other], others, candidates, partner, seen)) {
          partner[other] = one;
          return true;
        }
      }
    }
    return false;
  }

  private static boolean areComparable(final Candidate one, final Candidate other) {
    return one.picture() != other.picture() && one.value() != other.value();
  }

  /**
   * How many of the trials that were answered were answered rightly.
   *
   * @param answers one per trial
   */
  public Proportion right(final List<Optional<Side>> answers) {
    int hits = 0;
    int count = 0;
    for (int i = 0; i < trials.size(); i++) {
      final Optional<Side> answer = answers.get(i);
      count += answer.isPresent() ? 1 : 0;
      hits += answer.equals(Optional.of(trials.get(i).stronger())) ? 1 : 0;
    }
    return new Proportion(hits, count);
  }
}
