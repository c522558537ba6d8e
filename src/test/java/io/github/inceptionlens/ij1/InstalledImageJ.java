package io.github.inceptionlens.ij1;

import static java.awt.AWTEvent.WINDOW_EVENT_MASK;

import ij.IJ;
import ij.ImageJ;
import ij.Menus;
import ij.macro.Interpreter;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Label;
import java.awt.Toolkit;
import java.awt.event.WindowEvent;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A program that starts plain ImageJ as its users do and runs macros in it, one after the other; it
 * prints the menu's commands of ours, what each macro logged, and what ImageJ told the user.
 *
 * <p>Arguments: ImageJ's folder, and the macros' files. The class path holds nothing but {@code
 * ij.jar} and this class.
 */
public final class InstalledImageJ {

  private static final int AGAIN_MILLIS = 50;

  private InstalledImageJ() {}

  /** Runs the macros and exits. */
  public static void main(final String[] arguments) throws Exception {
    ImageJ.main(new String[] {"-ijpath", arguments[0]});
    Menus.getCommands().keySet().forEach(label -> System.out.println("menu: " + label));
    Toolkit.getDefaultToolkit().addAWTEventListener(InstalledImageJ::answer, WINDOW_EVENT_MASK);
    Thread.currentThread().setName("Macro$"); // ImageJ ends macros by their thread's name
    for (int i = 1; i < arguments.length; i++) {
      new Interpreter().run(Files.readString(Path.of(arguments[i])), "");
      System.out.println(IJ.getLog());
      IJ.log("\\Clear");
    }
    System.exit(0);
  }

  /** Prints what a dialog tells, and closes it. */
  private static void answer(final AWTEvent event) {
    if (event.getID() == WindowEvent.WINDOW_OPENED && event.getSource() instanceof Dialog dialog) {
      System.out.println(dialog.getTitle() + ": " + words(dialog).replaceAll("\\s+", " "));
      final Thread closer = new Thread(() -> close(dialog), "closer");
      closer.setDaemon(true);
      closer.start();
    }
  }

  /** Closes a dialog again and again: once may be before the program began to wait for its end. */
  private static void close(final Dialog dialog) {
    while (true) {
      dialog.dispose();
      IJ.wait(AGAIN_MILLIS);
    }
  }

  private static String words(final Component component) {
    if (component instanceof Container container) {
      return Arrays.stream(container.getComponents())
          .map(InstalledImageJ::words)
          .collect(Collectors.joining(" "));
    }
    return component instanceof Label label ? label.getText() : lines(component);
  }

  /** The text of ImageJ's own kind of label, which has no public way to it. */
  private static String lines(final Component component) {
    try {
      final Field lines = component.getClass().getDeclaredField("lines");
      lines.setAccessible(true);
      return String.join(" ", (String[]) lines.get(component));
    } catch (final ReflectiveOperationException e) {
      return "";
    }
  }
}
