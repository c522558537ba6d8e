package io.github.inceptionlens.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrainableInceptionV1Test {

  private static final TorchEngine ENGINE = TorchEngine.start(Progress.NONE);
  private static final Architecture NARROW =
      Training.TEXTURES.narrowed(4, "narrow", List.of("smooth", "rough")).architecture();

  private final TrainableInceptionV1 network = new TrainableInceptionV1(ENGINE, NARROW, 5);
  private final Optimizer adam =
      Optimizer.adam().optLearningRateTracker(Tracker.fixed(3e-3f)).build();
  private final List<Integer> arrays = new ArrayList<>();

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void foldedItScoresAsItDidUnfolded() {
    learn(4);
    final Picture first = picture(31, 45, 37, 60);
    final Picture second = picture(32, 45, 37, 10);
    final float[] scores = network.logits(List.of(first, second));
    try (InceptionV1 folded = new InceptionV1(ENGINE, NARROW, network.folded())) {
      final float[] expected = new float[4];
      System.arraycopy(logits(folded, first), 0, expected, 0, 2);
      System.arraycopy(logits(folded, second), 0, expected, 2, 2);
      for (int i = 0; i < 4; i++) {
        assertThat(scores[i]).isCloseTo(expected[i], within(1e-4f * (1 + Math.abs(expected[i]))));
      }
      assertThat(scores[0]).isNotCloseTo(scores[2], within(1e-3f));
    }
  }

  private static float[] logits(final InceptionV1 network, final Picture picture) {
    return network.run(picture, List.of(Architecture.LOGITS)).logits();
  }

  @Test
  void learnsToTellSmoothFromRough() {
    final List<Double> losses = learn(12);
    assertThat(losses.get(11)).isLessThan(losses.get(0) / 2);
  }

  @Test
  void holdsNoMoreArraysAfterManyStepsThanAfterTwo() {
    learn(6);
    assertThat(arrays.get(5)).isEqualTo(arrays.get(1)).isPositive();
  }

  private List<Double> learn(final int steps) {
    final List<Picture> pictures =
        IntStream.range(0, 8).mapToObj(i -> picture(i, 40, 36, i < 4 ? 5 : 60)).toList();
    return Stream.generate(() -> step(pictures)).limit(steps).toList();
  }

  private double step(final List<Picture> pictures) {
    final int[] count = new int[1];
    final TrainableInceptionV1.Step step =
        network.step(
            pictures,
            TrainableInceptionV1Test::loss,
            (name, parameter, gradient) -> {
              assertThat(gradient.getShape()).as(name).isEqualTo(parameter.getShape());
              adam.update(name, parameter, gradient);
              count[0] = parameter.getManager().getManagedArrays().size();
            });
    arrays.add(count[0]);
    assertThat(step.logits()).hasSize(16);
    return step.loss();
  }

  /** Cross entropy; the first half of the pictures is smooth. */
  private static NDArray loss(final NDArray logits) {
    final NDArray truth = logits.getManager().create(new int[] {0, 0, 0, 0, 1, 1, 1, 1}).oneHot(2);
    return logits.logSoftmax(1).mul(truth).sum().div(-8);
  }

  private static Picture picture(
      final int seed, final int width, final int height, final double roughness) {
    final Random random = new Random(seed);
    final List<float[]> planes = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      final float[] plane = new float[width * height];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (float) (120 + roughness * random.nextGaussian());
      }
      planes.add(plane);
    }
    return new Picture(width, height, planes);
  }
}
