package io.github.inceptionlens.command.collection;

import ij.ImagePlus;
import io.github.inceptionlens.command.DialogSupport.Suggestion;
import io.github.inceptionlens.image.input.OpenImages;
import io.github.inceptionlens.image.region.PictureRegions;
import java.util.ArrayList;
import java.util.List;

/** What dialogs offer as the regions of images. */
public final class RegionsOffered {

  private RegionsOffered() {}

  /**
   * The ROIs that there may be, and open images.
   *
   * @param analyzed the image that is no label image; null for none
   */
  public static List<Suggestion> besides(final ImagePlus analyzed) {
    final List<Suggestion> offered = new ArrayList<>();
    offered.add(new Suggestion(PictureRegions.MANAGER, "the ROIs of the ROI Manager"));
    offered.add(new Suggestion(PictureRegions.SELECTION, "what is selected on each image"));
    offered.add(new Suggestion(PictureRegions.OVERLAY, "the areas of each image's overlay"));
    OpenImages.besides(analyzed)
        .forEach(image -> offered.add(new Suggestion(image.getTitle(), "as a label image")));
    return offered;
  }
}
