package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import io.github.inceptionlens.command.window.LiveImage;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.visualization.feature.UnitGallery;
import java.util.Map;

/** The picture of what fires here in a window, where there is one, while visualizations grow. */
final class GrowingImage implements UnitGallery.Viewer {

  private static final long PAUSE_NANOS = 1_000_000_000;

  private final FiringPicture drawn;
  private ImagePlus image;
  private long shown;

  GrowingImage(final FiringPicture drawn) {
    this.drawn = drawn;
  }

  /** Opens the window with the overlays alone. */
  void begin() {
    if (LiveImage.isPossible()) {
      image = drawn.image(Map.of());
      image.show();
      shown = System.nanoTime();
    }
  }

  @Override
  public boolean wants() {
    return image != null && image.isVisible() && System.nanoTime() - shown >= PAUSE_NANOS;
  }

  @Override
  public void see(final Map<Unit, Picture> pictures) {
    image.setProcessor(drawn.image(pictures).getProcessor());
    shown = System.nanoTime();
  }

  /** The finished image, in the window if that is still open. */
  ImagePlus end(final Map<Unit, Picture> pictures) {
    if (image == null || !image.isVisible()) {
      return drawn.image(pictures);
    }
    see(pictures);
    return image;
  }
}
