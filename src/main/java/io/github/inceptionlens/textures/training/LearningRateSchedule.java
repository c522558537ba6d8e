package io.github.inceptionlens.textures.training;

import ai.djl.training.tracker.Tracker;
import java.util.function.DoubleSupplier;

/**
 * The learning rate: a short warm-up, then half a cosine down to nothing at the end of the steps or
 * of the time, whichever is nearer.
 */
final class LearningRateSchedule implements Tracker {

  private static final int TICKS = 100_000;
  private static final int WARM_UP = TICKS / 33;

  private final TrainingPlan plan;
  private final DoubleSupplier minutes;
  private final Tracker rates;

  private double progress;

  /**
   * @param minutes how long the training has run
   */
  LearningRateSchedule(final TrainingPlan plan, final DoubleSupplier minutes) {
    this.plan = plan;
    this.minutes = minutes;
    final float highest = (float) plan.learningRate();
    final Tracker cosine =
        Tracker.cosine()
            .setBaseValue(highest)
            .optFinalValue(highest / 1000)
            .setMaxUpdates(TICKS - WARM_UP)
            .build();
    rates =
        Tracker.warmUp()
            .optWarmUpSteps(WARM_UP)
            .optWarmUpBeginValue(highest / 100)
            .setMainTracker(cosine)
            .build();
  }

  /** Says that so many steps are done. */
  void reached(final int step) {
    progress = Math.max((double) step / plan.steps(), minutes.getAsDouble() / plan.minutes());
  }

  /** The part of the training that is done; at 1 or above it is over. */
  double progress() {
    return progress;
  }

  @Override
  public float getNewValue(final int update) {
    return rates.getNewValue((int) (Math.min(1, progress) * TICKS));
  }
}
