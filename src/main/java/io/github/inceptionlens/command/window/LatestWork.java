package io.github.inceptionlens.command.window;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Work of a window, off the event thread, of which only the latest of each kind counts: what is
 * wanted takes the place of what waits, and stops what runs. So nothing ever queues up.
 *
 * <p>Kinds are done in their order, one at a time, on one thread, which ends when nothing is left.
 * After closing nothing is done any more.
 *
 * @param <K> the kinds
 */
public final class LatestWork<K extends Enum<K>> implements AutoCloseable {

  private final String name;
  private final Map<K, Task> waiting;
  private K running;
  private boolean stopping;
  private boolean closed;
  private Thread worker;

  /** Something to do. */
  @FunctionalInterface
  public interface Task {

    /**
     * Does it, and reports what fails by itself.
     *
     * @param stop whether the result is not wanted any more; asked often
     * @throws CancellationException when it was stopped
     */
    void run(BooleanSupplier stop);
  }

  /**
   * @param name of the thread
   */
  public LatestWork(final String name, final Class<K> kinds) {
    this.name = name;
    this.waiting = new EnumMap<>(kinds);
  }

  /** Wants something done, in place of whatever was wanted of that kind before. */
  public synchronized void want(final K kind, final Task task) {
    if (closed) {
      return;
    }
    waiting.put(kind, task);
    stopping |= running == kind;
    if (worker == null) {
      worker = new Thread(this::work, name);
      worker.setDaemon(true);
      worker.setContextClassLoader(LatestWork.class.getClassLoader());
      worker.start();
    }
  }

  /** Wants nothing of a kind any more. */
  public synchronized void drop(final K kind) {
    waiting.remove(kind);
    stopping |= running == kind;
  }

  /** How many tasks wait, at most one of each kind. */
  public synchronized int waiting() {
    return waiting.size();
  }

  /** Whether nothing is done or waits. */
  public synchronized boolean isIdle() {
    return worker == null;
  }

  private void work() {
    for (Task task = next(); task != null; task = next()) {
      try {
        task.run(this::isStopping);
      } catch (final CancellationException stopped) {
        continue; // nobody wants it
      }
    }
  }

  private synchronized Task next() {
    running = waiting.keySet().stream().findFirst().orElse(null);
    stopping = false;
    if (running == null || closed) {
      running = null;
      worker = null;
      return null;
    }
    return waiting.remove(running);
  }

  private synchronized boolean isStopping() {
    return stopping || closed;
  }

  /** Ends the work that runs, soon, and forgets what waits. */
  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
  }
}
