package io.github.inceptionlens.textures.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.ClassLabels;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextureTrainingTest {

  private static final Architecture NARROW =
      Training.TEXTURES.narrowed(2, "narrow", ClassLabels.TEXTURES).architecture();
  private static final TrainingPlan PLAN =
      new TrainingPlan(3, 200, 1e9, 24, 2e-3, 0.05, List.of(48));
  private static final int STEPS = 20;

  @Test
  void twentyStepsLowerTheLossAndRepeatExactly() {
    final List<Double> losses = losses();
    assertThat(mean(losses.subList(15, 20))).isLessThan(0.97 * mean(losses.subList(0, 5)));
    assertThat(losses()).isEqualTo(losses);
  }

  private static List<Double> losses() {
    final List<Double> losses = new ArrayList<>();
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(1);
    try (TextureTraining training = new TextureTraining(engine, NARROW, PLAN, () -> 0)) {
      while (training.steps() < STEPS) {
        assertThat(training.isOver()).isFalse();
        losses.add(training.step());
      }
      training.report((done, what) -> assertThat(what).startsWith("step 20: loss "));
    }
    return losses;
  }

  private static double mean(final List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }
}
