package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.gui.MultiLineLabel;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Label;
import java.awt.TextArea;
import java.awt.Window;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.swing.JLabel;

/** Closes the messages that ImageJ shows, which nobody would, and prints what they say. */
final class Messages {

  private static final int ASK_AGAIN_MILLIS = 50;

  private Messages() {}

  /** Does so from now on, for as long as the program runs. */
  static void closeFromNowOn() {
    final Thread thread = new Thread(Messages::close, "messages");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close() {
    final Set<Window> told = ConcurrentHashMap.newKeySet();
    while (true) {
      for (final Window window : Window.getWindows()) {
        if (window instanceof Dialog dialog) {
          if (told.add(dialog)) {
            System.out.println("message: " + dialog.getTitle() + ": " + text(dialog));
          }
          dialog.dispose(); // also one that is hidden: it may have been so before it began to wait
        }
      }
      IJ.wait(ASK_AGAIN_MILLIS);
    }
  }

  /** What a message says. */
  static String text(final Dialog dialog) {
    final List<Component> parts = new ArrayList<>();
    DialogPerson.collect(dialog, parts);
    final List<String> texts = new ArrayList<>();
    for (final Component part : parts) {
      if (part instanceof Label label) {
        texts.add(label.getText());
      } else if (part instanceof JLabel label) {
        texts.add(label.getText());
      } else if (part instanceof TextArea area) {
        texts.add(area.getText());
      } else if (part instanceof MultiLineLabel label) {
        texts.addAll(lines(label));
      }
    }
    return String.join(" ", texts).strip();
  }

  private static List<String> lines(final MultiLineLabel label) {
    try {
      final Field lines = MultiLineLabel.class.getDeclaredField("lines");
      lines.setAccessible(true);
      return List.of((String[]) lines.get(label));
    } catch (final ReflectiveOperationException e) {
      return List.of(e.toString());
    }
  }
}
