package io.github.inceptionlens.command.inspector;

import ij.IJ;
import ij.Prefs;
import ij.gui.GenericDialog;
import io.github.inceptionlens.core.UserError;
import java.util.Optional;

/** The tool's options, by a double click on its icon; remembered from session to session. */
final class InspectorOptions {

  private static final String PREFIX = "inceptionlens.Inspector.";

  /** The network is the same in all dialogs of the house. */
  private static final String NETWORK = "inceptionlens.network";

  private static final int COLUMNS = 16;

  private InspectorOptions() {}

  /** What a person chose last. */
  static InspectorSettings remembered() {
    final InspectorSettings usual = InspectorSettings.USUAL;
    try {
      return new InspectorSettings(
          Prefs.get(NETWORK, usual.network()),
          Prefs.get(PREFIX + "layer", usual.layer()),
          (int) Prefs.get(PREFIX + "count", usual.count()),
          Prefs.get(PREFIX + "scale", usual.scale()));
    } catch (final UserError e) {
      return usual;
    }
  }

  /** Asks a person; nothing where he cancels. */
  static Optional<InspectorSettings> ask() {
    final InspectorSettings now = remembered();
    final GenericDialog dialog = new GenericDialog("Inspector Options");
    dialog.addStringField("Network", now.network(), COLUMNS);
    dialog.addStringField("Layer", now.layer(), COLUMNS);
    dialog.addNumericField("Number of network channels", now.count(), 0);
    dialog.addNumericField("Enlarge or shrink the image (factor)", now.scale(), 2);
    dialog.showDialog();
    if (dialog.wasCanceled()) {
      return Optional.empty();
    }
    try {
      final InspectorSettings chosen =
          new InspectorSettings(
              dialog.getNextString().strip(),
              dialog.getNextString().strip(),
              (int) dialog.getNextNumber(),
              dialog.getNextNumber());
      remember(chosen);
      return Optional.of(chosen);
    } catch (final UserError e) {
      IJ.error(InspectorTool.NAME, e.getMessage());
      return Optional.empty();
    }
  }

  /** Remembers what a person chose. */
  static void remember(final InspectorSettings chosen) {
    Prefs.set(NETWORK, chosen.network());
    Prefs.set(PREFIX + "layer", chosen.layer());
    Prefs.set(PREFIX + "count", chosen.count());
    Prefs.set(PREFIX + "scale", chosen.scale());
  }
}
