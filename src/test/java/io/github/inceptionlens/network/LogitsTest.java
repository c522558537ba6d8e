package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Classes by their scores. */
class LogitsTest {

  @Test
  void theFirstOfEqualScoresIsTheTop() {
    assertThat(Logits.top(new float[] {-3, 2, 2, 1})).isEqualTo(1);
    assertThat(Logits.top(new float[] {-3})).isZero();
  }

  @Test
  void logarithmsAreThoseOfTheProbabilitiesAndNoneOverflows() {
    final double[] logs =
        Logits.logProbabilities(new float[] {(float) Math.log(1), (float) Math.log(3)});
    assertThat(logs).containsExactly(new double[] {Math.log(0.25), Math.log(0.75)}, within(1e-6));
    final double[] far = Logits.logProbabilities(new float[] {1e30f, 0, -1e30f});
    assertThat(far[0]).isZero();
    assertThat(Arrays.stream(far)).allMatch(Double::isFinite);
  }
}
