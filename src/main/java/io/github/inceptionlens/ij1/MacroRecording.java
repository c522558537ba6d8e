package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.plugin.frame.Recorder;
import io.github.inceptionlens.command.OptionString;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;

/**
 * The line that ImageJ's recorder gets for one run of a command.
 *
 * <p>ImageJ's own way of collecting options takes a key inside a path for a second key, so the line
 * is written whole, once the command has succeeded. While the command works ImageJ is told that it
 * is being recorded: of the windows that open and close then, none is a choice of the user.
 */
final class MacroRecording implements AutoCloseable {

  private final boolean wanted;
  private final String label;

  private MacroRecording(final boolean wanted, final String label) {
    this.wanted = wanted;
    this.label = label;
  }

  /** Takes over the recording of the command that ImageJ is about to record, if it is this one. */
  static MacroRecording of(final String label) {
    final boolean wanted = IJ.recording() && label.equals(Recorder.getCommand());
    if (wanted) {
      Recorder.disableCommandRecording();
    }
    return new MacroRecording(wanted, label);
  }

  /** From here on, until the end, windows are opened and closed by the command. */
  void begin() {
    if (wanted && !Recorder.scriptMode()) {
      Recorder.setCommand(label);
    }
  }

  /** Writes the line. */
  void write(final Map<String, Optional<String>> options) {
    close();
    if (wanted) {
      Recorder.recordString(line(label, options, Recorder.scriptMode()));
    }
  }

  /** Ends the command's recording; events of its windows that are under way count to it. */
  @Override
  public void close() {
    if (wanted && label.equals(Recorder.getCommand())) {
      awaitEvents();
      Recorder.disableCommandRecording();
    }
  }

  private static void awaitEvents() {
    if (EventQueue.isDispatchThread()) {
      return;
    }
    try {
      Toolkit.getDefaultToolkit().sync();
      EventQueue.invokeAndWait(() -> {});
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (final InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The line that runs a command with these options, as macro or as script. */
  static String line(
      final String label, final Map<String, Optional<String>> options, final boolean script) {
    final String arguments = Recorder.fixString(OptionString.format(options));
    return (script ? "IJ.run(\"" : "run(\"") + label + "\", \"" + arguments + "\");\n";
  }
}
