package io.github.inceptionlens.textures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearClassifierTest {

  private static final int CLASSES = TextureClass.values().length;
  private static final int SIZE = 128;
  private static final int TRAINING = 40;
  private static final int HELD_OUT = 20;
  private static final int STEPS = 300;

  @Test
  void globalStatisticsDoNotGiveTheClassAway() {
    final int[] trainingLabels = labels(TRAINING);
    final int[] labels = labels(HELD_OUT);
    final LinearClassifier classifier =
        new LinearClassifier(features(trainingLabels, 0), trainingLabels, CLASSES, STEPS);
    final double accuracy = classifier.accuracy(features(labels, 1_000_000), labels);
    System.out.printf(
        "A linear classifier on global statistics tells %.1f %% of held-out images of %d classes%n",
        100 * accuracy, CLASSES);
    assertThat(accuracy).isBetween(0.2, 0.6);
  }

  @Test
  void theClassifierLearnsWhatIsLinear() {
    final Random random = new Random(1);
    final double[][] features = new double[300][2];
    final int[] labels = new int[300];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 3;
      features[i][0] = (labels[i] == 1 ? 6 : 0) + random.nextGaussian();
      features[i][1] = (labels[i] == 2 ? 600 : 0) + 100 * random.nextGaussian();
    }
    assertThat(new LinearClassifier(features, labels, 3, 200).accuracy(features, labels))
        .isGreaterThan(0.97);
  }

  private static int[] labels(final int perClass) {
    return IntStream.range(0, perClass * CLASSES).map(i -> i % CLASSES).toArray();
  }

  private static double[][] features(final int[] labels, final long seed) {
    return IntStream.range(0, labels.length)
        .parallel()
        .mapToObj(i -> Textures.sample(TextureClass.values()[labels[i]], seed + i, SIZE, SIZE))
        .map(sample -> GlobalStatistics.of(sample.image()))
        .toArray(double[][]::new);
  }
}
