package io.github.inceptionlens.command.window;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.visualization.feature.StepListener;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A window in which pictures grow under the user's eyes; without a display, or in batch mode, there
 * is none. Closing it does not stop the work.
 */
public final class LiveImage implements StepListener {

  private static final long PAUSE_NANOS = 400_000_000;

  private final String title;
  private final boolean isPossible = isPossible();

  private long shown = System.nanoTime() - PAUSE_NANOS;
  private ImagePlus image;

  public LiveImage(final String title) {
    this.title = title;
  }

  /** Whether there is a window to show something in. */
  public static boolean isPossible() {
    return IJ.getInstance() != null && !Interpreter.isBatchMode();
  }

  @Override
  public boolean wants(final int step) {
    final boolean closed = image != null && !image.isVisible();
    return isPossible && !closed && System.nanoTime() - shown >= PAUSE_NANOS;
  }

  @Override
  public void see(final int step, final List<Picture> pictures) {
    final PictureStack stack =
        new PictureStack(
            pictures, IntStream.range(0, pictures.size()).mapToObj(i -> "step " + step).toList());
    if (image == null) {
      image = new ImagePlus(title, stack.rgb());
      ResultImages.claim(image);
      image.show();
    } else {
      image.setStack(stack.rgb());
    }
    shown = System.nanoTime();
  }

  /** The image in the window, if there is one. */
  public Optional<ImagePlus> image() {
    return Optional.ofNullable(image).filter(ImagePlus::isVisible);
  }

  /** Closes the window unless it shows the result. */
  public void leave(final ImagePlus result) {
    if (image != null && image != result) {
      image.changes = false;
      image.close();
    }
  }
}
