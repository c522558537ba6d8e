package io.github.inceptionlens.visualization.grid;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What a layer holds at the positions of a region of a picture, a vector of activations each.
 *
 * @param layer that was read
 * @param geometry where the positions lie on the picture
 * @param places which positions of that grid are selected, row-major, in rising order
 * @param vectors [place, channel], in units of the activation, one per selected position
 */
public record GridCells(Layer layer, Geometry geometry, int[] places, float[][] vectors) {

  /** The most positions that are looked at. */
  static final int MOST = 4096;

  /**
   * Reads a layer.
   *
   * @param name canonical name or alias
   * @throws UserError when there is no such layer, it has too many positions here, or the picture
   *     is too small or too large
   */
  public static GridCells of(
      final InceptionV1 network, final View view, final String name, final Progress progress) {
    final Layer layer = network.architecture().layer(name);
    network.check(List.of(layer.name()), view.width(), view.height());
    final Geometry all = Geometry.of(layer, view.width(), view.height());
    final Geometry part = all.within(view.placement());
    final int[] places = selected(part, view);
    requireFew(layer, places.length);
    progress.at(0, "Looking through " + layer + " ...");
    final FeatureMap map = network.run(view, List.of(layer.name()), progress).map(layer.name());
    final UnaryOperator<float[]> cut = Registration.NONE.onto(all, view.placement());
    final float[][] vectors = new float[places.length][layer.channels()];
    for (int channel = 0; channel < layer.channels(); channel++) {
      final float[] plane = cut.apply(map.channel(channel));
      for (int i = 0; i < places.length; i++) {
        vectors[i][channel] = plane[places[i]];
      }
    }
    return new GridCells(layer, part, places, vectors);
  }

  /** Those whose centers the user's selection holds, or all where it holds no center. */
  private static int[] selected(final Geometry part, final View view) {
    final int all = part.x().size() * part.y().size();
    return part.centersIn(
            (x, y) ->
                view.contains(
                    (int) Math.round(view.placement().regionX(x)),
                    (int) Math.round(view.placement().regionY(y))))
        .map(held -> IntStream.range(0, all).filter(i -> held[i]).toArray())
        .orElseGet(() -> IntStream.range(0, all).toArray());
  }

  private static void requireFew(final Layer layer, final int positions) {
    if (positions > MOST) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s has %,d positions here, and a picture of each takes too long beyond %,d: choose a"
                  + " higher layer, a smaller scale, or select a part of the image",
              layer,
              positions,
              MOST));
    }
  }

  /** How many positions are selected. */
  public int count() {
    return places.length;
  }

  /** How many columns the grid has. */
  public int columns() {
    return geometry.x().size();
  }

  /** How many rows the grid has. */
  public int rows() {
    return geometry.y().size();
  }

  /** The length of each vector. */
  double[] lengths() {
    return IntStream.range(0, count()).mapToDouble(i -> length(vectors[i])).toArray();
  }

  /** The direction of a vector, of length 1; zeros where nothing fires. */
  float[] direction(final int cell) {
    final float[] direction = vectors[cell].clone();
    final double length = length(direction);
    for (int i = 0; i < direction.length && length > 0; i++) {
      direction[i] /= (float) length;
    }
    return direction;
  }

  private static double length(final float[] vector) {
    double squares = 0;
    for (final float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }
}
