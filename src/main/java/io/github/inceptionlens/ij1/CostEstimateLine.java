package io.github.inceptionlens.ij1;

import ij.gui.GenericDialog;
import io.github.inceptionlens.command.CostEstimate;
import io.github.inceptionlens.core.UserError;
import java.awt.Label;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A line in a command's dialog that tells how much work the values in its fields ask for. */
final class CostEstimateLine {

  private static final String ROOM = " ".repeat(60);

  private final CommandRun feature;
  private final List<MacroKey> keys;
  private final Supplier<Map<String, Optional<String>>> options;

  /**
   * @param options what the fields say now, as in a macro line
   */
  CostEstimateLine(
      final CommandRun feature,
      final List<MacroKey> keys,
      final Supplier<Map<String, Optional<String>>> options) {
    this.feature = feature;
    this.keys = keys;
    this.options = options;
  }

  /** Adds the line, if the command can tell. */
  void addTo(final GenericDialog dialog) {
    if (feature.module().getDelegateObject() instanceof CostEstimate command) {
      dialog.addMessage(text(command) + ROOM);
      final Label line = (Label) dialog.getMessage();
      dialog.addDialogListener(
          (shown, event) -> {
            line.setText(text(command));
            return true;
          });
    }
  }

  /** Nothing while a value is not allowed: the dialog complains when it is closed. */
  private String text(final CostEstimate command) {
    try {
      CommandRun.values(feature.label(), keys, options.get())
          .forEach((name, value) -> CommandRunner.give(feature.module(), name, value));
      return command.forecast();
    } catch (final UserError e) {
      return "";
    }
  }
}
