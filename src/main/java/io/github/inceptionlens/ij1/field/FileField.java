package io.github.inceptionlens.ij1.field;

import io.github.inceptionlens.command.DialogSupport.Suggestion;
import java.awt.BorderLayout;
import java.awt.FileDialog;
import java.awt.Frame;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;

/** A text with a button that asks for a file or a folder. */
final class FileField extends DialogField {

  /** What is asked for. */
  enum Kind {
    FILE,
    NEW_FILE,
    FOLDER
  }

  private final JPanel panel = new JPanel(new BorderLayout(4, 0));
  private final SuggestedField field = new SuggestedField();
  private final Kind kind;

  FileField(final Kind kind) {
    this.kind = kind;
    final JButton browse = new JButton("Browse...");
    browse.addActionListener(event -> browse());
    panel.add(field.component(), BorderLayout.CENTER);
    panel.add(browse, BorderLayout.EAST);
  }

  private void browse() {
    if (kind == Kind.FOLDER) {
      final JFileChooser chooser = new JFileChooser(get());
      chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
      if (chooser.showOpenDialog(panel) == JFileChooser.APPROVE_OPTION) {
        set(chooser.getSelectedFile().getPath());
      }
      return;
    }
    final boolean saves = kind == Kind.NEW_FILE;
    final FileDialog dialog =
        new FileDialog((Frame) null, "", saves ? FileDialog.SAVE : FileDialog.LOAD);
    dialog.setVisible(true);
    if (dialog.getFile() != null) {
      set(dialog.getDirectory() + dialog.getFile());
    }
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public JComponent input() {
    return field.input();
  }

  @Override
  public String get() {
    return field.get();
  }

  @Override
  public void set(final String text) {
    field.set(text);
  }

  @Override
  public void suggest(final List<Suggestion> suggestions) {
    field.suggest(suggestions);
  }

  @Override
  public void onChange(final Runnable action) {
    field.onChange(action);
  }
}
