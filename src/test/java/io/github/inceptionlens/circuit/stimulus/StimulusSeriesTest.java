package io.github.inceptionlens.circuit.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which stimuli a series has, and how labels name them. */
final class StimulusSeriesTest {

  @ParameterizedTest
  @EnumSource(StimulusKind.class)
  void labelsNameEverythingAndAreReadAgain(final StimulusKind kind) {
    final List<Stimulus> all = StimulusSeries.of(kind, 100, Map.of());
    assertThat(all.stream().map(Stimulus::label)).doesNotHaveDuplicates();
    all.forEach(one -> assertThat(Stimulus.of(one.label())).contains(one));
  }

  @Test
  void theAngleChangesFastest() {
    final List<Stimulus> all =
        StimulusSeries.of(
            StimulusKind.BARS,
            100,
            Map.of(
                StimulusParameter.ANGLE, List.of(0.0, 90.0),
                StimulusParameter.SIZE, List.of(10.0, 20.5)));
    assertThat(all.stream().map(Stimulus::label))
        .containsExactly(
            "bars angle=0 size=10 contrast=1",
            "bars angle=90 size=10 contrast=1",
            "bars angle=0 size=20.5 contrast=1",
            "bars angle=90 size=20.5 contrast=1");
  }

  @Test
  void listsAreNumbersAndRanges() {
    assertThat(NumberList.parse("angles", "0-45-15, 90,-30"))
        .containsExactly(0.0, 15.0, 30.0, 45.0, 90.0, -30.0);
    assertThat(NumberList.parse("angles", "-30-30-30")).containsExactly(-30.0, 0.0, 30.0);
    assertThat(NumberList.write(NumberList.parse("sizes", "0-1-0.1").get(3))).isEqualTo("0.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "0-345", "5-0-1", "0-1-0", "0-1e9-1", "1,,2"})
  void otherListsAreRefusedInASentence(final String text) {
    assertThatThrownBy(() -> NumberList.parse("angles", text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("angles is \"" + text + "\"");
  }

  @Test
  void tooManyAreRefusedWithTheirNumber() {
    final List<Double> many = IntStream.range(0, 500).mapToObj(i -> i / 500.0).toList();
    assertThatThrownBy(
            () ->
                StimulusSeries.of(
                    StimulusKind.CURVES,
                    100,
                    Map.of(StimulusParameter.ANGLE, many, StimulusParameter.CURVATURE, many)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("these are 250,000 stimuli")
        .hasMessageContaining("500 angles x 500 curvatures");
  }

  @Test
  void aValueOutOfRangeIsRefused() {
    assertThatThrownBy(
            () ->
                StimulusSeries.of(
                    StimulusKind.GRATINGS, 100, Map.of(StimulusParameter.FREQUENCY, List.of(0.7))))
        .isInstanceOf(UserError.class)
        .hasMessage("frequencies has 0.7, expected numbers from 0 to 0.5");
  }

  @Test
  void otherLabelsAreNoStimuli() {
    assertThat(Stimulus.of("slice 12")).isEmpty();
    assertThat(Stimulus.of("bars angle=0")).isEmpty();
    assertThat(Stimulus.of("bars angle=x size=1 contrast=1")).isEmpty();
    assertThat(Stimulus.of(null)).isEmpty();
  }
}
