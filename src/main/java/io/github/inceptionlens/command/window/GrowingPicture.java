package io.github.inceptionlens.command.window;

import ij.ImagePlus;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.visualization.feature.UnitGallery;
import java.util.Map;
import java.util.function.Function;

/**
 * A window, where there is one, with a picture of what units look for, drawn anew while their
 * visualizations grow. Closing it does not stop the work.
 */
public final class GrowingPicture implements UnitGallery.Viewer {

  private static final long PAUSE_NANOS = 1_000_000_000;

  private final Function<Map<Unit, Picture>, ImagePlus> draw;
  private ImagePlus image;
  private boolean closed = !LiveImage.isPossible();
  private long shown = System.nanoTime() - PAUSE_NANOS;

  /**
   * @param draw the picture with the visualizations that there are
   */
  public GrowingPicture(final Function<Map<Unit, Picture>, ImagePlus> draw) {
    this.draw = draw;
  }

  @Override
  public boolean wants() {
    closed |= image != null && !image.isVisible();
    return !closed && System.nanoTime() - shown >= PAUSE_NANOS;
  }

  @Override
  public void see(final Map<Unit, Picture> pictures) {
    final ImagePlus now = draw.apply(pictures);
    if (image == null) {
      image = now;
      ResultImages.claim(image);
      image.show();
    } else {
      image.setProcessor(now.getProcessor());
    }
    shown = System.nanoTime();
  }

  /** The finished picture, in the window if that is still open. */
  public ImagePlus end(final Map<Unit, Picture> pictures) {
    if (image == null || !image.isVisible()) {
      return draw.apply(pictures);
    }
    see(pictures);
    return image;
  }

  /** Takes the window away. */
  public void close() {
    if (image != null) {
      image.changes = false;
      image.close();
    }
  }
}
