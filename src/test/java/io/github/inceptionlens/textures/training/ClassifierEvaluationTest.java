package io.github.inceptionlens.textures.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierEvaluationTest {

  private static final ClassifierEvaluation THREE =
      new ClassifierEvaluation(
          List.of("dots", "rings", "rods"), new int[][] {{8, 2, 0}, {0, 9, 0}, {1, 3, 4}});

  @Test
  void countsWhatIsRight() {
    assertThat(THREE.count()).isEqualTo(27);
    assertThat(THREE.accuracy()).isEqualTo(21 / 27.0);
    assertThat(THREE.recall(0)).isEqualTo(0.8);
    assertThat(THREE.weakest()).isEqualTo(2);
    assertThat(ClassifierEvaluation.accuracy(new float[] {1, 2, 3, 0, 5, 4}, new int[] {1, 1, 0}))
        .isEqualTo(2 / 3.0);
  }

  @Test
  void theCardSaysHowItWasMadeAndWhatItConfuses() {
    final Architecture table =
        Training.TEXTURES.narrowed(4, "narrow", THREE.labels()).architecture();
    final String card = new ModelCard(table, TrainingPlan.SHIPPED, THREE).text(128, 77, 5);
    assertThat(card)
        .contains("| rods | 8 | 50 % | rings 3, dots 1 |")
        .contains("| rings | 9 | 100 % |  |")
        .contains("77.8 % of 27 freshly generated images of 128 x 128 pixels")
        .contains("those after 77 steps (2,464 images, 5 minutes)")
        .contains("Gaussian blur");
  }

  @Test
  void refusesOptionsThatDoNotExist() {
    assertThat(TrainingPlan.SHIPPED.with("steps", "7").steps()).isEqualTo(7);
    assertThat(TrainingPlan.SHIPPED.with("minutes", "2.5").minutes()).isEqualTo(2.5);
    assertThat(TrainingPlan.SHIPPED.with("batch", "9").batch()).isEqualTo(9);
    assertThat(TrainingPlan.SHIPPED.with("rate", "0.5").learningRate()).isEqualTo(0.5);
    assertThatThrownBy(() -> TrainingPlan.SHIPPED.with("speed", "7"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("choose one of seed, steps, minutes");
    assertThatThrownBy(() -> TrainingPlan.SHIPPED.with("steps", "many"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("steps is \"many\"");
  }
}
