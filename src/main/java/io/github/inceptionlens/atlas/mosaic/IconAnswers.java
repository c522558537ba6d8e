package io.github.inceptionlens.atlas.mosaic;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a layer's middle unit answers to finished icons.
 *
 * @param vectors one per icon, [channel], in units of the activation
 */
public record IconAnswers(List<float[]> vectors) {

  /** Copies the list. */
  public IconAnswers {
    vectors = List.copyOf(vectors);
  }

  /**
   * Shows the network each icon as it is.
   *
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public static IconAnswers of(
      final InceptionV1 network,
      final Layer layer,
      final List<Picture> icons,
      final Progress progress) {
    final List<float[]> vectors = new ArrayList<>();
    for (final Picture icon : icons) {
      progress.at(
          (double) vectors.size() / icons.size(),
          String.format(
              Locale.ROOT, "Looking at icon %d of %d ...", vectors.size() + 1, icons.size()));
      final FeatureMap map = network.run(icon, List.of(layer.name())).map(layer.name());
      vectors.add(middle(map));
    }
    return new IconAnswers(vectors);
  }

  private static float[] middle(final FeatureMap map) {
    final int columns = map.geometry().x().size();
    final int at = map.geometry().y().size() / 2 * columns + columns / 2;
    final float[] vector = new float[map.layer().channels()];
    for (int channel = 0; channel < vector.length; channel++) {
      vector[channel] = map.channel(channel)[at];
    }
    return vector;
  }

  /**
   * For how many directions their own icon's objective exceeds that of every other icon.
   *
   * @param directions one per icon, as the icons were made for
   * @param request as the icons were made
   */
  public int own(final List<float[]> directions, final IconRequest request) {
    int own = 0;
    for (int i = 0; i < directions.size(); i++) {
      final float[] direction = IconDirections.unit(directions.get(i));
      final double value = IconObjective.value(vectors.get(i), direction, request.power());
      boolean exceeds = true;
      for (int j = 0; j < vectors.size() && exceeds; j++) {
        exceeds = j == i || IconObjective.value(vectors.get(j), direction, request.power()) < value;
      }
      own += exceeds ? 1 : 0;
    }
    return own;
  }
}
