package io.github.inceptionlens.command.atlas.mosaic;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.StackWindow;
import io.github.inceptionlens.command.window.LiveImage;

/** Turns to the grid that suits the magnification whenever that changes. */
final class PyramidCanvas extends ImageCanvas {

  private static final long serialVersionUID = 1;
  private static final int WAIT_MILLIS = 10;
  private static final int MOST_WAITS = 200;

  private final transient AtlasPyramid pyramid;
  private double shown;

  private PyramidCanvas(final ImagePlus image, final AtlasPyramid pyramid) {
    super(image);
    this.pyramid = pyramid;
  }

  /**
   * Shows an atlas of several grids where there is a screen; others are left as they are.
   *
   * @param below what is to lie below it
   */
  static void show(final ImagePlus image, final AtlasPyramid pyramid, final ImagePlus below) {
    if (image.getStackSize() > 1 && LiveImage.isPossible()) {
      below.show();
      final PyramidCanvas canvas = new PyramidCanvas(image, pyramid);
      final StackWindow window = new StackWindow(image, canvas);
      canvas.turn();
      awaitActivation(window);
    }
  }

  /** As ImageJ does of images that it shows: a macro may select another one in its next line. */
  private static void awaitActivation(final StackWindow window) {
    for (int i = 0; i < MOST_WAITS && IJ.isMacro() && !window.isActive(); i++) {
      IJ.wait(WAIT_MILLIS);
    }
  }

  @Override
  public void setMagnification(final double magnification) {
    super.setMagnification(magnification);
    if (pyramid != null && imp.getWindow() != null && getMagnification() != shown) {
      turn();
    }
  }

  private void turn() {
    shown = getMagnification();
    imp.setSlice(pyramid.slice(shown));
  }
}
