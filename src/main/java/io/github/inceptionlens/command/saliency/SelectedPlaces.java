package io.github.inceptionlens.command.saliency;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Which places of a layer points or a line on an image stand for. */
final class SelectedPlaces {

  private SelectedPlaces() {}

  /**
   * The units whose centers are nearest to the selected pixels, row-major, each once.
   *
   * @param input all of an image, of which points or a line are selected
   * @param geometry of the layer on the network's picture
   * @throws UserError when a selected pixel lies outside the network's picture
   */
  static Set<Integer> of(final ImageInput input, final Geometry geometry) {
    final Rectangle region = input.region();
    final Set<Integer> places = new TreeSet<>();
    for (int y = 0; y < region.height; y++) {
      for (int x = 0; x < region.width; x++) {
        if (input.contains(x, y)) {
          places.add(place(input, geometry, x, y));
        }
      }
    }
    return places;
  }

  private static int place(
      final ImageInput input, final Geometry geometry, final int x, final int y) {
    final Placement placement = input.placement();
    final double column = placement.networkX(x);
    final double row = placement.networkY(y);
    if (column < -0.5
        || row < -0.5
        || column > input.networkWidth() - 0.5
        || row > input.networkHeight() - 0.5) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the place (%d, %d) on \"%s\" lies outside of what the network sees: select a place"
                  + " inside, or choose fit \"stretch\" or \"own size\"",
              x,
              y,
              input.title()));
    }
    return geometry.y().nearest(row) * geometry.x().size() + geometry.x().nearest(column);
  }
}
