package io.github.inceptionlens.circuit.tuning;

import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.ANGLE;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.CONTRAST;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.PHASE;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Responses become curves. */
final class StimulusSetTest {

  /** Angles 0, 90, 180, each at sizes 1 and 2. */
  private static StimulusSet set() {
    final List<Map<StimulusParameter, Double>> values = new ArrayList<>();
    for (final double size : new double[] {1, 2}) {
      for (final double angle : new double[] {0, 90, 180}) {
        values.add(Map.of(ANGLE, angle, SIZE, size, CONTRAST, 1.0));
      }
    }
    return new StimulusSet(values, 360);
  }

  @Test
  void whatDiffersIsKnown() {
    assertThat(set().parameters()).containsExactly(ANGLE, SIZE, CONTRAST);
    assertThat(set().varied()).containsExactly(ANGLE, SIZE);
    assertThat(set().circular()).contains(ANGLE);
    assertThat(set().linear()).containsExactly(SIZE);
  }

  @Test
  void theCurveOverTheAngleIsTheMeanOfWhatIsAboveZero() {
    final CircularCurve curve =
        set().circularCurve(new double[] {1, 6, -3, 3, -8, -3}).orElseThrow();
    assertThat(curve.angles()).containsExactly(0, 90, 180);
    assertThat(curve.responses()).containsExactly(2, 3, 0);
  }

  @Test
  void theCurveOverTheSizeIsThatAtThePreferredAngle() {
    final ResponseCurve curve = set().curve(SIZE, new double[] {1, 6, -3, 3, -8, 20});
    assertThat(curve.values()).containsExactly(1, 2);
    assertThat(curve.responses()).containsExactly(-3, 20);
    assertThat(curve.best()).isEqualTo(2);
  }

  @Test
  void phasesAreAveragedUnlessNothingElseDiffers() {
    final StimulusSet phases =
        new StimulusSet(List.of(Map.of(PHASE, 0.0), Map.of(PHASE, 90.0)), 180);
    assertThat(phases.linear()).containsExactly(PHASE);
    final StimulusSet sizes =
        new StimulusSet(
            List.of(Map.of(PHASE, 0.0, SIZE, 1.0), Map.of(PHASE, 90.0, SIZE, 2.0)), 180);
    assertThat(sizes.linear()).containsExactly(SIZE);
  }

  @Test
  void picturesThatDoNotDifferAreRefused() {
    final StimulusSet same = new StimulusSet(List.of(Map.of(ANGLE, 5.0), Map.of(ANGLE, 5.0)), 360);
    assertThatThrownBy(same::requireVaried).isInstanceOf(UserError.class);
  }
}
