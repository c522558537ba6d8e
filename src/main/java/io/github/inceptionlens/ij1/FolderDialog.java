package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.io.OpenDialog;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JOptionPane;

/** Asks a person for a folder in the middle of a command. */
final class FolderDialog {

  private static final String CHOOSE = "Choose Folder...";
  private static final int WIDTH = 320;

  private FolderDialog() {}

  /**
   * Says what the folder is for, and asks for it.
   *
   * @return the folder, which may have to be made
   * @throws CancellationException when the person does not choose one
   */
  static Optional<Path> ask(final String why) {
    final AtomicReference<Optional<Path>> answer = new AtomicReference<>(Optional.empty());
    EventQueues.onEventThread(() -> answer.set(isWanted(why) ? choose() : Optional.empty()));
    if (answer.get().isEmpty()) {
      throw new CancellationException("no folder was chosen");
    }
    return answer.get();
  }

  private static boolean isWanted(final String why) {
    final String[] buttons = {CHOOSE, "Cancel"};
    final JLabel sentence = new JLabel("<html><p style='width:" + WIDTH + "px'>" + why + "</p>");
    final int clicked =
        JOptionPane.showOptionDialog(
            IJ.getInstance(),
            sentence,
            "Inception Lens",
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.QUESTION_MESSAGE,
            null,
            buttons,
            CHOOSE);
    return clicked == 0;
  }

  private static Optional<Path> choose() {
    final JFileChooser chooser = new JFileChooser(OpenDialog.getDefaultDirectory());
    chooser.setDialogTitle("Folder for the result's slices");
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    return chooser.showDialog(IJ.getInstance(), "Keep Here") == JFileChooser.APPROVE_OPTION
        ? Optional.of(chooser.getSelectedFile().toPath())
        : Optional.empty();
  }
}
