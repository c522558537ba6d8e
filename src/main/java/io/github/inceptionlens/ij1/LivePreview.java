package io.github.inceptionlens.ij1;

import ij.IJ;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scijava.command.Previewable;
import org.scijava.module.Module;

/**
 * Lets a command show, while its dialog is open, what the dialog's latest values would do.
 *
 * <p>Works on a thread of its own; of the values that come while it works, only the last ones
 * count. What is wrong with values stands in the status bar.
 */
final class LivePreview implements AutoCloseable {

  private final CommandRun feature;
  private final List<MacroKey> keys;
  private final Thread worker = new Thread(this::work, "Inception Lens preview");

  private Optional<Map<String, Optional<String>>> wanted = Optional.empty();
  private boolean changed;
  private boolean closed;

  private LivePreview(final CommandRun feature, final List<MacroKey> keys) {
    this.feature = feature;
    this.keys = keys;
  }

  /** Begins to work, showing nothing yet. */
  static LivePreview start(final CommandRun feature, final List<MacroKey> keys) {
    final LivePreview preview = new LivePreview(feature, keys);
    preview.worker.setDaemon(true);
    preview.worker.start();
    return preview;
  }

  /** Whether the feature can show previews. */
  static boolean isPossible(final CommandRun feature) {
    return feature.module().getDelegateObject() instanceof Previewable;
  }

  /**
   * Shows what these options would do, as soon as it can.
   *
   * @param options as in a macro line, or nothing to take the preview away
   */
  synchronized void want(final Optional<Map<String, Optional<String>>> options) {
    if (!options.equals(wanted)) {
      wanted = options;
      changed = true;
      notifyAll();
    }
  }

  /** Stops working and takes the preview away. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    worker.interrupt();
    try {
      worker.join();
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    feature.module().cancel();
  }

  private void work() {
    try {
      while (true) {
        final Optional<Map<String, Optional<String>>> options = next();
        if (options == null) {
          return;
        }
        show(options);
      }
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next options to show; {@code null} after the end. */
  private synchronized Optional<Map<String, Optional<String>>> next() throws InterruptedException {
    while (!changed && !closed) {
      wait();
    }
    changed = false;
    return closed ? null : wanted;
  }

  private void show(final Optional<Map<String, Optional<String>>> options) {
    final Module module = feature.module();
    try {
      if (options.isEmpty()) {
        module.cancel();
      } else {
        final Map<String, Object> values = CommandRun.values(feature.label(), keys, options.get());
        values.forEach((name, value) -> CommandRunner.give(module, name, value));
        Launcher.reporting(progress -> module.preview());
      }
    } catch (final CancellationException e) {
      IJ.showStatus("");
    } catch (final UserError e) {
      IJ.showStatus(e.getMessage());
    } catch (final RuntimeException | Error e) {
      IJ.showStatus(FailureReport.sentence(feature.label(), e));
    }
  }
}
