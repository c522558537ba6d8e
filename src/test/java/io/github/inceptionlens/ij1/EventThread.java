package io.github.inceptionlens.ij1;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;

/** Does what a person does to a dialog where AWT expects it: elsewhere text fields can deadlock. */
final class EventThread {

  private EventThread() {}

  /** Runs an action on AWT's event thread and waits for its end and for what it puts off. */
  static void run(final Runnable action) {
    try {
      EventQueue.invokeAndWait(action);
      EventQueue.invokeAndWait(() -> {});
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (final InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
