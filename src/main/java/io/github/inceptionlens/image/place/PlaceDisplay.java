package io.github.inceptionlens.image.place;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.macro.Interpreter;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.input.OpenImages;
import java.util.Locale;
import java.util.Optional;

/**
 * Brings an image to the front, opened where it is not open, and selects a place on it.
 *
 * <p>The image's pixels are left alone. What the user selected is replaced by the selection of the
 * place, where it has one, and <i>Edit &gt; Selection &gt; Restore Selection</i> brings it back; a
 * place that was shown before is not selected any more.
 */
public final class PlaceDisplay {

  private static final String OWN = "InceptionLens.place";

  private PlaceDisplay() {}

  /**
   * Shows a place.
   *
   * @return the image, which is current
   * @throws UserError when there is no such image or it does not have such a place; then nothing is
   *     opened or selected
   */
  public static ImagePlus show(final ImagePlace place) {
    final ImagePlus image = PlacedImages.of(place);
    requireSlice(image, place.slice());
    final Optional<Roi> selection = place.mark().on(image);
    bringToFront(image);
    turnTo(image, place.slice());
    if (isSelected(image)) {
      image.deleteRoi();
    }
    selection.ifPresent(roi -> select(image, roi));
    return image;
  }

  /** Selects a place on the image that {@link #show} answered. */
  public static void select(final ImagePlus image, final PlaceMark mark) {
    mark.on(image).ifPresent(roi -> select(image, roi));
  }

  /** Whether what is selected on an image is a place that was shown, not the user's choice. */
  public static boolean isSelected(final ImagePlus image) {
    return image.getRoi() != null && image.getRoi().getProperty(OWN) != null;
  }

  private static void requireSlice(final ImagePlus image, final int slice) {
    if (slice < 0 || slice > image.getStackSize()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "slice is %d, but \"%s\" has %d",
              slice,
              image.getTitle(),
              image.getStackSize()));
    }
  }

  private static void bringToFront(final ImagePlus image) {
    if (!OpenImages.all().contains(image)) {
      image.show();
    }
    if (image.getWindow() != null || Interpreter.isBatchMode()) {
      IJ.selectWindow(image.getID());
    } else {
      WindowManager.setTempCurrentImage(image);
    }
  }

  private static void turnTo(final ImagePlus image, final int slice) {
    if (slice > 0 && image.isHyperStack()) {
      final int[] position = image.convertIndexToPosition(slice);
      image.setPosition(position[0], position[1], position[2]);
    } else if (slice > 0) {
      image.setSlice(slice);
    }
  }

  private static void select(final ImagePlus image, final Roi selection) {
    image.saveRoi();
    selection.setProperty(OWN, "shown");
    image.setRoi(selection);
  }
}
