package io.github.inceptionlens.ij1;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;

/** Work on AWT's event thread, where windows are to be changed. */
final class EventQueues {

  private EventQueues() {}

  /** Does something on AWT's event thread, also when this is it, and waits for its end. */
  static void onEventThread(final Runnable action) {
    if (EventQueue.isDispatchThread()) {
      action.run();
      return;
    }
    try {
      EventQueue.invokeAndWait(action);
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (final InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
