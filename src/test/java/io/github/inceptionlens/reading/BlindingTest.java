package io.github.inceptionlens.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class BlindingTest {

  private static List<Blinding.Origin> origins(final int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Blinding.Origin("a \"b\", c;d", i + 1, "line\nbreak", "method " + i % 3))
        .toList();
  }

  @Property(tries = 100)
  void everyPictureIsShownAndSomeTwice(
      @ForAll @IntRange(min = 2, max = 40) final int count,
      @ForAll @IntRange(max = 40) final int wanted,
      @ForAll final long seed) {
    final int repeats = Math.min(wanted, count);
    final Blinding blinding = Blinding.of(origins(count), repeats, seed);
    assertThat(blinding.cases()).hasSize(count + repeats);
    assertThat(blinding.cases())
        .extracting(Blinding.Case::picture)
        .containsAll(IntStream.range(0, count).boxed().toList());
    assertThat(blinding.cases()).extracting(Blinding.Case::name).doesNotHaveDuplicates().isSorted();
    final List<Blinding.Case> again =
        blinding.cases().stream().filter(one -> !one.repeats().isEmpty()).toList();
    assertThat(again).hasSize(repeats);
    for (final Blinding.Case one : again) {
      final Blinding.Case first =
          blinding.cases().stream()
              .filter(other -> other.name().equals(one.repeats()))
              .findFirst()
              .orElseThrow();
      assertThat(first.picture()).isEqualTo(one.picture());
      assertThat(first.name()).isLessThan(one.name());
    }
    final ReadingKey key = ReadingKey.parse(ReadingKey.text(blinding), "key");
    assertThat(key.mark()).isEqualTo(blinding.mark());
    for (final Blinding.Case one : blinding.cases()) {
      final ReadingKey.Entry entry = key.entries().get(one.name());
      assertThat(entry.source()).isEqualTo(one.origin().source());
      assertThat(entry.label()).isEqualTo(one.origin().label());
      assertThat(entry.method()).isEqualTo(one.origin().method());
      assertThat(entry.repeats().orElse("")).isEqualTo(one.repeats());
    }
  }

  @Test
  void theSeedDecidesTheOrder() {
    final Blinding first = Blinding.of(origins(20), 4, 1);
    assertThat(Blinding.of(origins(20), 4, 1)).isEqualTo(first);
    assertThat(Blinding.of(origins(20), 4, 2).cases()).isNotEqualTo(first.cases());
    assertThat(Blinding.of(origins(20), 4, 2).mark())
        .matches("R[0-9a-f]{8}")
        .isNotEqualTo(first.mark());
  }

  @Test
  void tooFewPicturesAreRefused() {
    assertThatThrownBy(() -> Blinding.of(origins(1), 0, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is 1 picture to read, but blinding needs at least two");
    assertThatThrownBy(() -> Blinding.of(origins(3), 4, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("repeats is 4, expected 0 to 3");
  }
}
