package io.github.inceptionlens.image.region;

import ij.ImagePlus;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.util.List;

/** Which regions of each picture of a collection are measured. */
public interface PictureRegions {

  /** The ROIs of the ROI Manager. */
  String MANAGER = "manager";

  /** What is selected on each image. */
  String SELECTION = "selection";

  /** The ROIs of each image's overlay. */
  String OVERLAY = "overlay";

  /**
   * Those that a user names: manager, selection, overlay, a file that the ROI Manager saved (.roi,
   * .zip), the title or path of a label image, a folder of label images, or their names with an
   * asterisk for the image's.
   *
   * @param text what the user wrote
   * @param analyzed the image whose slices are the pictures; null where they are others
   * @param layer the layer that is going to be read, of several the one whose units see most
   * @throws io.github.inceptionlens.core.UserError when there are none
   */
  static PictureRegions named(final String text, final ImagePlus analyzed, final Layer layer) {
    return text.strip().equalsIgnoreCase(SELECTION)
        ? new SelectedRegions(layer)
        : onWhole(text, analyzed);
  }

  /**
   * The same, on images that are seen as a whole, also where something is selected on them.
   *
   * @throws io.github.inceptionlens.core.UserError when there are none
   */
  static PictureRegions onWhole(final String text, final ImagePlus analyzed) {
    final String name = text.strip();
    if (name.equalsIgnoreCase(MANAGER)) {
      return OutlinedRegions.managed(name);
    } else if (name.equalsIgnoreCase(SELECTION)) {
      return OwnRegions.selected();
    } else if (name.equalsIgnoreCase(OVERLAY)) {
      return OwnRegions.overlaid();
    }
    return OutlinedRegions.saved(name).orElseGet(() -> LabelRegions.named(name, analyzed));
  }

  /**
   * What the network sees of an image, of which the regions are remembered as far as that is
   * needed.
   *
   * @param path of the image in its collection
   * @throws io.github.inceptionlens.core.UserError when the image has no such regions
   */
  ImageInput see(String path, ImagePlus image, InputRequest request);

  /** The regions of a picture that was seen, in a stable order. */
  List<MeasuredRegion> of(InputPicture picture);

  /** Changes when the regions do. */
  String state();
}
