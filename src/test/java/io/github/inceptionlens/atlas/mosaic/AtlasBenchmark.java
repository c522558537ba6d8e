package io.github.inceptionlens.atlas.mosaic;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.visualization.feature.PictureCache;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** How long the icons of an atlas take, and how many raise their own vector most. */
public final class AtlasBenchmark {

  private static final int FIRING = 12;
  private static final double NANOS = 1e9;

  private AtlasBenchmark() {}

  /**
   * @param arguments icons and layer: usually 400 mixed4c
   */
  public static void main(final String... arguments) {
    final int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
    try (InceptionV1 network =
        new InceptionV1(
            TorchEngine.start(Progress.NONE),
            Training.TEXTURES.architecture(),
            BundledWeights.textures())) {
      final Layer layer =
          network.architecture().layer(arguments.length > 1 ? arguments[1] : "mixed4c");
      final List<float[]> directions = directions(count, layer.channels());
      final long start = System.nanoTime();
      final List<Picture> icons =
          AtlasIcons.of(
                  network,
                  layer,
                  directions,
                  IconRequest.STANDARD,
                  PictureCache.NONE,
                  AtlasIcons.Viewer.NONE,
                  Progress.NONE)
              .pictures()
              .stream()
              .map(Optional::orElseThrow)
              .toList();
      final double seconds = (System.nanoTime() - start) / NANOS;
      final int own =
          IconAnswers.of(network, layer, icons, Progress.NONE)
              .own(directions, IconRequest.STANDARD);
      System.out.printf(
          Locale.ROOT,
          "atlas: %d icons of %s, %d pixels, %d steps: %.1f s; %d raise their own vector most%n",
          count,
          layer,
          IconRequest.STANDARD.size(),
          IconRequest.STANDARD.steps(),
          seconds,
          own);
    }
  }

  private static List<float[]> directions(final int count, final int channels) {
    final Random dice = new Random(1);
    final List<float[]> directions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      final float[] one = new float[channels];
      for (int j = 0; j < FIRING; j++) {
        one[dice.nextInt(channels)] = dice.nextFloat();
      }
      directions.add(one);
    }
    return directions;
  }
}
