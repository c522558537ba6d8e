package io.github.inceptionlens.command.window;

import ij.IJ;
import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that a person does at a window of ours while a command waits. */
public final class WindowSession {

  private static final long WATCH_MILLIS = 100;

  private final CountDownLatch over = new CountDownLatch(1);

  /** Whether there is ImageJ's window, and so a screen. */
  public static boolean isPossible() {
    return IJ.getInstance() != null;
  }

  /** Ends the waiting. */
  public void end() {
    over.countDown();
  }

  /**
   * Waits until the end: as told, by Esc in ImageJ's windows, or when the thread is interrupted.
   * Not for the event thread, which serves the person.
   *
   * @param open makes the window, on the event thread
   * @param close takes it away, there too
   */
  public void hold(final Runnable open, final Runnable close) {
    IJ.resetEscape();
    atScreen(open);
    final boolean interrupted = waits();
    atScreen(close);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the end; returns whether that was the thread's interruption. */
  private boolean waits() {
    try {
      boolean ended;
      do {
        ended = over.await(WATCH_MILLIS, TimeUnit.MILLISECONDS);
      } while (!ended && !IJ.escapePressed());
      return false;
    } catch (final InterruptedException e) {
      return true;
    }
  }

  /** Does something on the event thread, and waits for its end. */
  public static void atScreen(final Runnable action) {
    if (EventQueue.isDispatchThread()) {
      action.run();
      return;
    }
    try {
      EventQueue.invokeAndWait(action);
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (final InvocationTargetException e) {
      throw new IllegalStateException("the window failed", e.getCause());
    }
  }
}
