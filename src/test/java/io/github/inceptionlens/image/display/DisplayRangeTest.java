package io.github.inceptionlens.image.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.UserError;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayRangeTest {

  @ParameterizedTest
  @CsvSource({
    "100-4000, 100, 4000",
    "-1.5-3, -1.5, 3",
    "1e-3-2, 0.001, 2",
    "-2--1, -2, -1",
    "' 0 - .5 ', 0, 0.5",
    "-1E-2-+1e+2, -0.01, 100",
    "-0-1, 0, 1"
  })
  void twoNumbersAreRead(final String text, final double min, final double max) {
    final ValueLimits limits = DisplayRange.parse(text).limits().orElseThrow();
    assertThat(limits.min()).isCloseTo(min, within(0.0));
    assertThat(limits.max()).isEqualTo(max);
  }

  @Test
  void autoHasNoLimits() {
    assertThat(DisplayRange.parse(" Auto ")).isEqualTo(DisplayRange.AUTO).hasToString("auto");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "automatic", "100", "1e-3", "100-", "-100", "1-2-3", "a-b", "1..2-3", "NaN-1"})
  void otherTextIsRefused(final String text) {
    assertThatThrownBy(() -> DisplayRange.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessage("range is \"" + text + "\", expected auto or two numbers such as 100-4000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5-5", "4000-100", "-1--2", "0-1e999"})
  void numbersInTheWrongOrderAreRefused(final String text) {
    assertThatThrownBy(() -> DisplayRange.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be below");
  }

  @Property
  void printedRangesAreReadAgain(@ForAll final double a, @ForAll final double b) {
    Assume.that(a != b);
    final DisplayRange range = DisplayRange.of(Math.min(a, b), Math.max(a, b));
    assertThat(DisplayRange.parse(range.toString())).hasToString(range.toString());
    final ValueLimits limits = DisplayRange.parse(range.toString()).limits().orElseThrow();
    assertThat(limits.min() == Math.min(a, b) && limits.max() == Math.max(a, b)).isTrue();
  }

  @Property
  void anyTextIsReadOrRefusedInOneSentence(@ForAll final String text) {
    try {
      assertThat(DisplayRange.parse(text)).isNotNull();
    } catch (final UserError e) {
      assertThat(e).hasMessageStartingWith("range is ");
    }
  }

  @Test
  void byteRangeKeepsValuesBitForBit() {
    final ValueLimits.Mapping mapping = ValueLimits.BYTE.mapping();
    for (int i = 0; i < 256; i++) {
      assertThat(mapping.of(i)).isEqualTo(i);
    }
  }

  @Test
  void mappingClipsAndSurvivesAnEmptyRange() {
    final ValueLimits.Mapping mapping = new ValueLimits(-10, 41).mapping();
    assertThat(mapping.of(-11)).isZero();
    assertThat(mapping.of(0)).isEqualTo(50);
    assertThat(mapping.of(42)).isEqualTo(255);
    final ValueLimits.Mapping step = new ValueLimits(7, 7).mapping();
    assertThat(step.of(7)).isZero();
    assertThat(step.of(8)).isEqualTo(255);
  }
}
