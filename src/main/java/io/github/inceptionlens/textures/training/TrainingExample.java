package io.github.inceptionlens.textures.training;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.textures.TextureSample;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An image to learn from: a generated one, or a mixture of it and its clean structure, which is
 * easier to tell and with which the training begins.
 *
 * @param picture width x height x 3, values 0 to 255
 * @param truth the class's index
 */
record TrainingExample(Picture picture, int truth) {

  /**
   * @param difficulty 0 for the clean structure, 1 for the image itself
   */
  static TrainingExample of(final TextureSample sample, final double difficulty) {
    final int truth = sample.texture().ordinal();
    return difficulty >= 1
        ? new TrainingExample(sample.image(), truth)
        : new TrainingExample(mixture(sample, (float) difficulty), truth);
  }

  private static Picture mixture(final TextureSample sample, final float part) {
    final int width = sample.image().width();
    final int height = sample.image().height();
    final List<float[]> planes =
        IntStream.range(0, 3)
            .mapToObj(c -> mixture(sample, sample.image().plane(c), part))
            .toList();
    return new Picture(width, height, planes);
  }

  private static float[] mixture(
      final TextureSample sample, final float[] plane, final float part) {
    final boolean dark = sample.nuisance().darkOnBright();
    final float[] mixture = new float[plane.length];
    for (int i = 0; i < plane.length; i++) {
      final float structure = sample.structure()[i];
      mixture[i] = part * plane[i] + (1 - part) * 255 * (dark ? 1 - structure : structure);
    }
    return mixture;
  }
}
