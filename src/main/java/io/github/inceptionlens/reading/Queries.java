package io.github.inceptionlens.reading;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Which crops are set against each other. */
public enum Queries {

  /** One of the strongest quarter against one of the weakest, as in Borowski et al. 2021. */
  EXTREME("extreme") {
    @Override
    List<List<Integer>> sides(final List<TwoAlternatives.Candidate> candidates, final Random dice) {
      final List<Integer> sorted = new ArrayList<>(shuffled(candidates.size(), dice));
      sorted.sort(Comparator.comparingDouble(i -> candidates.get(i).value()));
      final int quarter = sorted.size() / 4;
      return List.of(
          shuffled(sorted.subList(sorted.size() - quarter, sorted.size()), dice),
          shuffled(sorted.subList(0, quarter), dice));
    }
  },

  /** Any two. */
  ANY("any") {
    @Override
    List<List<Integer>> sides(final List<TwoAlternatives.Candidate> candidates, final Random dice) {
      final List<Integer> all = shuffled(candidates.size(), dice);
      return List.of(all.subList(0, all.size() / 2), all.subList(all.size() / 2, all.size()));
    }
  };

  private final String label;

  Queries(final String label) {
    this.label = label;
  }

  /**
   * The kind with the given name, in any case.
   *
   * @throws UserError when there is none
   */
  public static Queries named(final String name) {
    return Choices.named("queries", name, values(), Queries::toString);
  }

  /** Two lists of indices without common ones; a pair takes one of each. */
  abstract List<List<Integer>> sides(List<TwoAlternatives.Candidate> candidates, Random dice);

  private static List<Integer> shuffled(final int count, final Random dice) {
    return shuffled(IntStream.range(0, count).boxed().toList(), dice);
  }

  private static List<Integer> shuffled(final List<Integer> indices, final Random dice) {
    final List<Integer> shuffled = new ArrayList<>(indices);
    Collections.shuffle(shuffled, dice);
    return shuffled;
  }

  @Override
  public String toString() {
    return label;
  }
}
