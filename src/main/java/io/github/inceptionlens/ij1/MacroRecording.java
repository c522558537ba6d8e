package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.plugin.frame.Recorder;
import io.github.inceptionlens.command.OptionString;
import java.util.Map;
import java.util.Optional;

/**
 * The line that ImageJ's recorder gets for one run of a command.
 *
 * <p>ImageJ's own way of collecting options takes a key inside a path for a second key, so the line
 * is written whole, once the command has succeeded.
 */
final class MacroRecording {

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

  /** Writes the line. */
  void write(final Map<String, Optional<String>> options) {
    if (wanted) {
      Recorder.recordString(line(label, options, Recorder.scriptMode()));
    }
  }

  /** The line that runs a command with these options, as macro or as script. */
  static String line(
      final String label, final Map<String, Optional<String>> options, final boolean script) {
    final String arguments = Recorder.fixString(OptionString.format(options));
    return (script ? "IJ.run(\"" : "run(\"") + label + "\", \"" + arguments + "\");\n";
  }
}
