package io.github.inceptionlens.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.reading.TwoAlternatives.Candidate;
import io.github.inceptionlens.reading.TwoAlternatives.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TwoAlternativesTest {

  /** Crops of pictures, some of equal value. */
  private static List<Candidate> candidates(final int pictures, final int each, final long seed) {
    final Random random = new Random(seed);
    return IntStream.range(0, pictures * each)
        .mapToObj(i -> new Candidate(i / each, random.nextInt(20)))
        .toList();
  }

  @Property(tries = 200)
  void trialsSetDifferentPicturesAgainstEachOtherAndNoCropTwice(
      @ForAll @IntRange(min = 6, max = 20) final int pictures,
      @ForAll @IntRange(min = 1, max = 12) final int count,
      @ForAll final Queries queries,
      @ForAll final long seed) {
    final List<Candidate> candidates = candidates(pictures, 16, seed);
    final List<Trial> trials = TwoAlternatives.of(candidates, queries, count, seed).trials();
    assertThat(trials).hasSize(count);
    assertThat(trials.stream().flatMap(one -> Stream.of(one.left(), one.right())))
        .doesNotHaveDuplicates();
    for (final Trial trial : trials) {
      final Candidate left = candidates.get(trial.left());
      final Candidate right = candidates.get(trial.right());
      assertThat(left.picture()).isNotEqualTo(right.picture());
      assertThat(left.value()).isNotEqualTo(right.value());
      assertThat(trial.stronger()).isEqualTo(left.value() > right.value() ? Side.LEFT : Side.RIGHT);
    }
    final long left = trials.stream().filter(one -> one.stronger() == Side.LEFT).count();
    assertThat((double) left).isCloseTo(count / 2.0, within(0.5));
    assertThat(TwoAlternatives.of(candidates, queries, count, seed).trials()).isEqualTo(trials);
  }

  @Property(tries = 100)
  void extremeOnesAreOfTheStrongestAndOfTheWeakestQuarter(@ForAll final long seed) {
    final List<Candidate> candidates = candidates(10, 12, seed);
    final List<Double> sorted = candidates.stream().map(Candidate::value).sorted().toList();
    for (final Trial trial : TwoAlternatives.of(candidates, Queries.EXTREME, 15, seed).trials()) {
      final double left = candidates.get(trial.left()).value();
      final double right = candidates.get(trial.right()).value();
      assertThat(Math.max(left, right)).isGreaterThanOrEqualTo(sorted.get(120 - 30));
      assertThat(Math.min(left, right)).isLessThanOrEqualTo(sorted.get(30 - 1));
    }
  }

  @Test
  void anotherSeedDrawsOthers() {
    final List<Candidate> candidates = candidates(10, 12, 1);
    assertThat(TwoAlternatives.of(candidates, Queries.ANY, 10, 1))
        .isNotEqualTo(TwoAlternatives.of(candidates, Queries.ANY, 10, 2));
  }

  /** Where strong and weak crops are mostly of one picture, partners are exchanged to find all. */
  @Test
  void asManyPairsAreFoundAsThereAre() {
    final List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      candidates.add(new Candidate(i == 0 ? 1 : 0, 100 + i));
      candidates.add(new Candidate(i == 0 ? 0 : 1, i));
      IntStream.range(0, 2).forEach(j -> candidates.add(new Candidate(2, 50 + j)));
    }
    for (int seed = 0; seed < 50; seed++) {
      assertThat(TwoAlternatives.of(candidates, Queries.EXTREME, 4, seed).trials()).hasSize(4);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | 4 | 0 | trials is 0, expected at least 1",
        "5 | 4 | 6 | trials is 6, but your pictures allow 5 without showing a crop twice: add",
        "1 | 9 | 1 | trials is 1, but your pictures allow 0"
      })
  void moreTrialsThanPairsAreRefused(
      final int pictures, final int each, final int count, final String sentence) {
    final List<Candidate> candidates =
        IntStream.range(0, pictures * each).mapToObj(i -> new Candidate(i % pictures, i)).toList();
    assertThatThrownBy(() -> TwoAlternatives.of(candidates, Queries.EXTREME, count, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void cropsOfEqualValueAreNotComparable() {
    final List<Candidate> alike =
        IntStream.range(0, 40).mapToObj(i -> new Candidate(i, 7)).toList();
    assertThatThrownBy(() -> TwoAlternatives.of(alike, Queries.ANY, 1, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("allow 0");
  }

  @Property(tries = 100)
  void theShareOfRightAnswersIsCounted(
      @ForAll final long seed, @ForAll final List<Optional<Boolean>> rights) {
    final int count = Math.max(1, Math.min(rights.size(), 20));
    final TwoAlternatives test =
        TwoAlternatives.of(candidates(20, 12, 1), Queries.ANY, count, seed);
    final List<Optional<Side>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      final Side stronger = test.trials().get(i).stronger();
      final Optional<Boolean> right = i < rights.size() ? rights.get(i) : Optional.empty();
      answers.add(right.map(yes -> yes ? stronger : stronger.other()));
    }
    final List<Boolean> given = rights.stream().limit(count).flatMap(Optional::stream).toList();
    assertThat(test.right(answers))
        .isEqualTo(new Proportion((int) given.stream().filter(yes -> yes).count(), given.size()));
    assertThat(Side.answers(Side.text(answers), count)).isEqualTo(answers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LRR-          | LRR-",
        "lr r -        | LRR-",
        "left,Right,r,-| LRR-",
        "L, R, R, -    | LRR-"
      })
  void answersAreLettersOrWords(final String text, final String letters) {
    assertThat(Side.text(Side.answers(text, 4))).isEqualTo(letters);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LRL   | answers holds 3 answers, but there are 4 trials: give one for each",
        "LRLRL | answers holds 5 answers, but there are 4 trials",
        "LRXL  | answers is \"LRXL\", expected L, R or - (no answer) for each trial",
        "L,R,,L| answers is \"L,R,,L\", expected"
      })
  void otherAnswersAreRefused(final String text, final String sentence) {
    assertThatThrownBy(() -> Side.answers(text, 4))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void kindsOfQueriesHaveNames() {
    assertThat(Queries.named(" Extreme ")).isEqualTo(Queries.EXTREME);
    assertThat(Stream.of(Queries.values()).map(Queries::toString).collect(Collectors.joining(" ")))
        .isEqualTo("extreme any");
    assertThatThrownBy(() -> Queries.named("all"))
        .isInstanceOf(UserError.class)
        .hasMessage("queries is \"all\", expected one of: extreme, any");
  }
}
