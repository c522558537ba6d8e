package io.github.inceptionlens.command.window;

import ij.ImagePlus;
import ij.gui.Overlay;
import io.github.inceptionlens.image.overlay.ActivationLayer;

/** A layer that is shown on an image while its dialog is open, and taken away without a trace. */
public final class OverlayPreview {

  private ImagePlus image;
  private boolean hidden;
  private Overlay before;

  /** Shows a layer in place of the one that was shown before. */
  public void show(final ImagePlus shown, final ActivationLayer layer) {
    if (image == null) {
      before = shown.getOverlay();
      hidden = shown.getHideOverlay();
      image = shown;
    }
    image.setOverlay(layer.over(before));
  }

  /** Puts the overlay back as it was. */
  public void takeAway() {
    if (image != null) {
      image.setOverlay(before);
      image.setHideOverlay(hidden);
      image = null;
    }
  }
}
