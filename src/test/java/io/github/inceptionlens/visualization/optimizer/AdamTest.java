package io.github.inceptionlens.visualization.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Steps as those of PyTorch's own Adam (version 1.13), and as Dozat's definition gives them in
 * double precision: that version's NAdam counts one of the decays twice.
 */
final class AdamTest {

  private static final float[] START = {0.5f, -1, 2};
  private static final float[] DIRECTION = {1, -0.5f, 0.25f};

  @Test
  void adamsStepsAreTorchs() {
    assertSteps(Momentum.ADAM, 0.8608742081895785, -1.1794897603081236, 2.4326938079868623);
  }

  @Test
  void nesterovsStepsAreThoseOfTheDefinition() {
    assertSteps(Momentum.NESTEROV, 0.7872818761056694, -1.0707586036351306, 2.3950596369106965);
  }

  private static void assertSteps(final Momentum momentum, final double... expected) {
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final NDArray parameter = manager.create(START.clone());
      final Adam adam = new Adam(List.of(parameter), 0.1, momentum);
      for (int step = 0; step < 5; step++) {
        final float[] gradient = new float[3];
        for (int i = 0; i < 3; i++) {
          gradient[i] = DIRECTION[i] * (step % 2 == 0 ? 1 : -0.3f) + 0.1f * step;
        }
        adam.climb(List.of(manager.create(gradient)));
      }
      final float[] end = parameter.toFloatArray();
      for (int i = 0; i < 3; i++) {
        assertThat((double) end[i]).isCloseTo(expected[i], within(2e-6));
      }
    }
  }
}
