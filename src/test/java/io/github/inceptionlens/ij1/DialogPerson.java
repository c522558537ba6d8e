package io.github.inceptionlens.ij1;

import ij.IJ;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;

/** Uses an open dialog of a command as a person does, on AWT's event thread. */
record DialogPerson(JDialog dialog) {

  /** The open dialog; waits for it. */
  static DialogPerson atOpenDialog() {
    while (true) {
      for (final Window window : Window.getWindows()) {
        if (window instanceof JDialog dialog && dialog.isShowing()) {
          return new DialogPerson(dialog);
        }
      }
      IJ.wait(50);
    }
  }

  /** All visible parts. */
  List<Component> parts() {
    final List<Component> parts = new ArrayList<>();
    collect(dialog.getContentPane(), parts);
    return parts;
  }

  /** All visible parts of a part. */
  static void collect(final Container container, final List<Component> parts) {
    for (final Component part : container.getComponents()) {
      if (part.isVisible()) {
        parts.add(part);
        if (part instanceof Container inner && !(part instanceof JComboBox)) {
          collect(inner, parts);
        } else if (part instanceof JComboBox<?> box && box.isEditable()) {
          parts.add(box.getEditor().getEditorComponent());
        }
      }
    }
  }

  /** The visible part of a name. */
  Component named(final String name) {
    return parts().stream()
        .filter(part -> name.equals(part.getName()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " in " + dialog.getTitle()));
  }

  boolean has(final String name) {
    return parts().stream().anyMatch(part -> name.equals(part.getName()));
  }

  /** Types a text into a key's field, or chooses it. */
  void enter(final String key, final String text) {
    EventThread.run(
        () -> {
          if (named(key) instanceof JComboBox<?> box) {
            box.setSelectedItem(text);
          } else {
            ((JTextComponent) named(key)).setText(text);
          }
        });
  }

  /** Clicks on a check box or a button, by its name or by what stands on it. */
  void click(final String name) {
    EventThread.run(
        () ->
            parts().stream()
                .filter(AbstractButton.class::isInstance)
                .map(AbstractButton.class::cast)
                .filter(one -> name.equals(one.getName()) || name.equals(one.getText()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no button " + name))
                .doClick(0));
  }

  /** Whether the dialog can be confirmed. */
  boolean canConfirm() {
    return get(
        () ->
            parts().stream()
                .anyMatch(
                    part ->
                        part instanceof AbstractButton button
                            && button.getText().equals("OK")
                            && button.isEnabled()));
  }

  /** What stands on a label of a name; empty where it is not seen. */
  String text(final String name) {
    return get(
        () -> has(name) && named(name) instanceof JLabel label ? plain(label.getText()) : "");
  }

  /** All words of labels, boxes and buttons. */
  List<String> words() {
    return get(
        () -> {
          final List<String> words = new ArrayList<>();
          for (final Component part : parts()) {
            if (part instanceof JLabel label
                && label.getText() != null
                && !label.getText().isBlank()) {
              words.add("label: " + plain(label.getText()));
            } else if (part instanceof AbstractButton button && !button.getText().isBlank()) {
              words.add("button: " + button.getText());
            }
          }
          return words;
        });
  }

  private static String plain(final String text) {
    return text.replaceAll("<[^>]*>", "").strip();
  }

  /** Takes a picture of the dialog. */
  void photograph(final File file) {
    try {
      IJ.wait(700);
      final Rectangle place = dialog.getBounds();
      ImageIO.write(new Robot().createScreenCapture(place), "png", file);
    } catch (final Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T get(final Supplier<T> what) {
    final List<T> found = new ArrayList<>();
    EventThread.run(() -> found.add(what.get()));
    return found.get(0);
  }
}
