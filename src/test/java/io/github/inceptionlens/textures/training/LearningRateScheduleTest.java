package io.github.inceptionlens.textures.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

  private static final TrainingPlan PLAN = new TrainingPlan(1, 1000, 10, 1, 0.1, 0, List.of(64));

  private double minutes;
  private final LearningRateSchedule schedule = new LearningRateSchedule(PLAN, () -> minutes);

  @Test
  void warmsUpThenFallsToNothing() {
    assertThat(rate(0)).isCloseTo(0.001f, within(1e-6f));
    assertThat(rate(15)).isBetween(0.04f, 0.06f);
    assertThat(rate(31)).isCloseTo(0.1f, within(1e-3f));
    assertThat(rate(515)).isCloseTo(0.05f, within(1e-3f));
    assertThat(rate(1000)).isLessThan(2e-4f);
    for (int step = 31; step < 1000; step++) {
      assertThat(rate(step + 1)).isLessThanOrEqualTo(rate(step));
    }
  }

  @Test
  void hurriesWhenTheTimeIsShort() {
    minutes = 9;
    schedule.reached(10);
    assertThat(schedule.progress()).isEqualTo(0.9);
    minutes = 10;
    schedule.reached(11);
    assertThat(schedule.progress()).isEqualTo(1);
  }

  private float rate(final int step) {
    schedule.reached(step);
    return schedule.getNewValue(step);
  }
}
