package io.github.inceptionlens.ij1;

import ij.IJ;
import io.github.inceptionlens.core.Progress;
import java.util.concurrent.CancellationException;

/**
 * Progress in ImageJ's status bar, stopped by Esc or by the interruption of the working thread.
 *
 * <p>The bar is drawn at most every 50 ms; a wish to stop is heeded at once. Behind what is being
 * done stands how long it will still take, as soon as that can be told.
 */
public final class ImageJProgress implements Progress {

  private static final long PAUSE_NANOS = 50_000_000;

  private final TimeLeft left = new TimeLeft(System::nanoTime);
  private volatile long drawn = System.nanoTime() - PAUSE_NANOS;

  @Override
  public void at(final double fraction, final String what) {
    if (IJ.escapePressed() || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("stopped by the user");
    }
    final long now = System.nanoTime();
    if (now - drawn >= PAUSE_NANOS) {
      drawn = now;
      IJ.showStatus(what + left.words(fraction));
      IJ.showProgress(fraction);
    }
  }

  /** Takes the bar and the text away. */
  public void clear() {
    IJ.showProgress(1.0);
    IJ.showStatus("");
  }
}
