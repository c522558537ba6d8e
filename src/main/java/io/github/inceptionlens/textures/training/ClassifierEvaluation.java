package io.github.inceptionlens.textures.training;

import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Logits;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.textures.TextureSample;
import io.github.inceptionlens.textures.Textures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a network classifies generated images that it has never seen.
 *
 * @param labels the classes
 * @param confusion how many images of the class of the row were called the class of the column
 */
public record ClassifierEvaluation(List<String> labels, int[][] confusion) {

  /**
   * Classifies freshly generated images.
   *
   * @param firstSeed the first of {@code count} consecutive seeds
   * @param side pixels of each image's side
   */
  static ClassifierEvaluation of(
      final InceptionV1 network, final long firstSeed, final int count, final int side) {
    final List<String> labels = network.architecture().labels();
    final int[][] confusion = new int[labels.size()][labels.size()];
    for (long seed = firstSeed; seed < firstSeed + count; seed++) {
      final TextureSample sample = Textures.sample(seed, side);
      final float[] logits = network.run(sample.image(), List.of(Architecture.LOGITS)).logits();
      confusion[sample.texture().ordinal()][Logits.top(logits)]++;
    }
    return new ClassifierEvaluation(labels, confusion);
  }

  /**
   * The part of a batch that the scores get right.
   *
   * @param logits the scores, image by image
   */
  static double accuracy(final float[] logits, final int[] truth) {
    final int classes = logits.length / truth.length;
    return (double)
            IntStream.range(0, truth.length)
                .filter(i -> Logits.top(scores(logits, i, classes)) == truth[i])
                .count()
        / truth.length;
  }

  private static float[] scores(final float[] logits, final int image, final int classes) {
    return Arrays.copyOfRange(logits, image * classes, (image + 1) * classes);
  }

  /** The number of images. */
  public int count() {
    return Arrays.stream(confusion).mapToInt(row -> Arrays.stream(row).sum()).sum();
  }

  /** The part of all images that were classified rightly. */
  public double accuracy() {
    return IntStream.range(0, confusion.length).map(i -> confusion[i][i]).sum() / (double) count();
  }

  /** The part of a class's images that were classified rightly; not a number without images. */
  public double recall(final int index) {
    return confusion[index][index] / (double) Arrays.stream(confusion[index]).sum();
  }

  /** The class with the lowest {@link #recall}. */
  public int weakest() {
    int weakest = 0;
    for (int i = 1; i < confusion.length; i++) {
      if (recall(i) < recall(weakest)) {
        weakest = i;
      }
    }
    return weakest;
  }
}
