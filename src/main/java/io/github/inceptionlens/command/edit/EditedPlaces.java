package io.github.inceptionlens.command.edit;

import ij.ImagePlus;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Selection;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.RegionOnPicture;
import io.github.inceptionlens.network.architecture.channel.Places;
import java.util.Locale;

/** The places of a layer that an image's selection means: those whose centers lie in it. */
final class EditedPlaces {

  private EditedPlaces() {}

  /**
   * Refuses an image without a selection where the selection says where.
   *
   * @param where the value of the key
   * @param roi the value that means the selection
   */
  static void require(final String where, final String roi, final ImagePlus image) {
    if (where.equals(roi) && image != null && image.getRoi() == null) {
      throw new UserError(
          "where is roi, but \"" + image.getTitle() + "\" has no selection: draw one");
    }
  }

  /**
   * The places.
   *
   * @throws UserError when no unit's center lies in the selection
   */
  static Places of(final Layer layer, final ImagePlus image, final ImageInput input) {
    final Selection selection = new RegionOnPicture(input).ofSelection(image);
    final Geometry geometry = Geometry.of(layer, input.networkWidth(), input.networkHeight());
    final boolean[] chosen =
        geometry
            .centersIn(selection)
            .orElseThrow(
                () ->
                    new UserError(
                        String.format(
                            Locale.ROOT,
                            "no unit of %s has its center in the selection; units lie %d pixels"
                                + " apart: enlarge the selection, or move it into what the network"
                                + " sees",
                            layer,
                            geometry.x().stride())));
    return Places.of(geometry.x().size(), geometry.y().size(), chosen);
  }
}
