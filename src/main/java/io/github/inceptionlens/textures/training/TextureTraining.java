package io.github.inceptionlens.textures.training;

import ai.djl.ndarray.NDArray;
import ai.djl.training.optimizer.Optimizer;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.engine.ScalarOperations;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.network.training.TrainableInceptionV1;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Trains a network on generated textures, step by step; the caller decides when to look at it. */
final class TextureTraining implements AutoCloseable {

  private static final float LARGEST_GRADIENT = 1;

  private final TrainingPlan plan;
  private final int classes;
  private final TrainableInceptionV1 network;
  private final TrainingBatches batches;
  private final LearningRateSchedule schedule;
  private final Optimizer optimizer;

  private int step;
  private final RunningMean loss = new RunningMean();
  private final RunningMean accuracy = new RunningMean();

  /**
   * @param architecture its classes are those of the generator
   * @param minutes how long the training has run, read before each step
   */
  TextureTraining(
      final TorchEngine engine,
      final Architecture architecture,
      final TrainingPlan plan,
      final DoubleSupplier minutes) {
    this.plan = plan;
    classes = architecture.labels().size();
    network = new TrainableInceptionV1(engine, architecture, plan.seed());
    schedule = new LearningRateSchedule(plan, minutes);
    batches = new TrainingBatches(plan, schedule::progress);
    optimizer =
        Optimizer.adam().optLearningRateTracker(schedule).optClipGrad(LARGEST_GRADIENT).build();
  }

  /** Whether the plan's steps are done or its time is over. */
  boolean isOver() {
    schedule.reached(step);
    return schedule.progress() >= 1;
  }

  /**
   * Learns from one batch.
   *
   * @return the loss before it
   */
  double step() {
    schedule.reached(step++);
    final List<TrainingExample> lessons = batches.next();
    final int[] truth = lessons.stream().mapToInt(TrainingExample::truth).toArray();
    final TrainableInceptionV1.Step seen =
        network.step(
            lessons.stream().map(TrainingExample::picture).toList(),
            logits -> loss(logits, truth),
            optimizer::update);
    loss.add(seen.loss());
    accuracy.add(ClassifierEvaluation.accuracy(seen.logits(), truth));
    return seen.loss();
  }

  private NDArray loss(final NDArray logits, final int[] truth) {
    final double spread = plan.smoothing() / classes;
    final NDArray target =
        logits.getManager().create(truth).oneHot(classes).mul(1 - plan.smoothing()).add(spread);
    return ScalarOperations.times(logits.logSoftmax(1).mul(target).sum(), -1.0 / truth.length);
  }

  /** Reports the mean loss and accuracy since the last report. */
  void report(final Progress progress) {
    progress.at(
        Math.min(1, schedule.progress()),
        String.format(
            Locale.ROOT,
            "step %d: loss %.3f, accuracy %.1f %%, learning rate %.2g",
            step,
            loss.take(),
            100 * accuracy.take(),
            schedule.getNewValue(step)));
  }

  /** How many batches were learnt from. */
  int steps() {
    return step;
  }

  /** The weights as they are now, for the plain table. */
  Weights weights() {
    return network.folded();
  }

  @Override
  public void close() {
    batches.close();
    network.close();
  }
}
