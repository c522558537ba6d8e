package io.github.inceptionlens.textures.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.textures.TextureSample;
import io.github.inceptionlens.textures.Textures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingBatchesTest {

  private static final TrainingPlan PLAN =
      new TrainingPlan(2, 10, 1, 3, 0.1, 0, List.of(32, 40, 48, 56));

  private double progress;

  @Test
  void samePlanSameImages() {
    final List<TrainingExample> first = lessons(4);
    final List<TrainingExample> second = lessons(4);
    assertThat(first).hasSize(12);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).truth()).isEqualTo(first.get(i).truth());
      assertThat(second.get(i).picture().plane(1)).isEqualTo(first.get(i).picture().plane(1));
    }
  }

  @Test
  void sidesGrowWithProgress() {
    progress = 0;
    assertThat(sides(12)).isEqualTo(Set.of(32L, 40L, 48L));
    progress = 1;
    assertThat(sides(12)).isEqualTo(Set.of(40L, 48L, 56L));
  }

  private Set<Long> sides(final int count) {
    final Set<Long> sides = new HashSet<>();
    lessons(count).forEach(lesson -> sides.add(lesson.picture().dimension(0)));
    return sides;
  }

  private List<TrainingExample> lessons(final int count) {
    final List<TrainingExample> lessons = new ArrayList<>();
    try (TrainingBatches batches = new TrainingBatches(PLAN, () -> progress)) {
      for (int i = 0; i < count; i++) {
        lessons.addAll(batches.next());
      }
    }
    return lessons;
  }

  @Test
  void aLessonGoesFromTheStructureToTheImage() {
    final TextureSample sample = Textures.sample(11, 32);
    final float[] clean = TrainingExample.of(sample, 0).picture().plane(2);
    final boolean dark = sample.nuisance().darkOnBright();
    for (int i = 0; i < clean.length; i++) {
      final float structure = sample.structure()[i];
      assertThat(clean[i]).isEqualTo(255 * (dark ? 1 - structure : structure));
    }
    assertThat(TrainingExample.of(sample, 1))
        .isEqualTo(new TrainingExample(sample.image(), sample.texture().ordinal()));
  }

  @Test
  void noTrainingSeesHeldOutOrValidationImages() {
    assertThat(SeedRanges.training(PLAN, 0, 0)).isGreaterThan(SeedRanges.VALIDATION + 1_000_000);
    assertThat(SeedRanges.VALIDATION).isGreaterThan(SeedRanges.HELD_OUT + 1_000_000);
    final TrainingPlan next = PLAN.with("seed", "3");
    assertThat(SeedRanges.training(next, 0, 0))
        .isGreaterThan(SeedRanges.training(PLAN, PLAN.steps(), PLAN.batch()));
  }
}
