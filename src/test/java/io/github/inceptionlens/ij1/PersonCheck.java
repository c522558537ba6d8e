package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.macro.Interpreter;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.KeyStroke;

/**
 * A program that runs a macro in plain ImageJ's window, acts at the window that the macro opens as
 * a person does, and prints the Log.
 *
 * <p>Arguments: the folder that holds {@code plugins.config}, a folder to be ImageJ's, the macro's
 * file, a file for the window's picture, the window's title, and what the person does, one after
 * the other: {@code click NAME} (a button), {@code press KEY} (as {@link
 * KeyStroke#getKeyStroke(String)} names it) {@code close}, or {@code rename FILE}. Each at the
 * window is done until the window says another {@code progress}.
 */
public final class PersonCheck {

  private static final int FIRST_ACTION = 5;

  private PersonCheck() {}

  /** Runs the macro. */
  public static void main(final String[] arguments) throws Exception {
    ImageJWindow.open(Path.of(arguments[0], "plugins.config"), Path.of(arguments[1]));
    final List<String> actions = List.of(arguments).subList(FIRST_ACTION, arguments.length);
    final Thread person =
        new Thread(() -> take(arguments[4], actions, new File(arguments[3])), "person");
    person.setDaemon(true);
    person.start();
    final Interpreter macro = new Interpreter();
    try {
      macro.run(Files.readString(Path.of(arguments[2])), null);
    } finally {
      System.out.println(IJ.getLog());
      System.out.println("error: " + macro.getErrorMessage());
      System.out.println("windows left: " + windows(arguments[4]).size());
      Runtime.getRuntime().halt(0);
    }
  }

  private static void take(final String title, final List<String> actions, final File picture) {
    try {
      final JFrame window = window(title);
      photograph(window, picture);
      for (final String action : actions) {
        final String progress = text(window, "progress");
        System.out.println("at " + progress + ": " + action);
        if (action.startsWith("rename ")) {
          rename(action.substring(action.indexOf(' ') + 1));
          continue;
        }
        while (window.isShowing() && text(window, "progress").equals(progress)) {
          EventQueue.invokeAndWait(() -> act(window, action));
          IJ.wait(20);
        }
      }
      Messages.closeFromNowOn();
    } catch (final Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void rename(final String file) throws IOException {
    Files.move(Path.of(file), Path.of(file + "-elsewhere"));
  }

  private static void act(final JFrame window, final String action) {
    final String what = action.substring(action.indexOf(' ') + 1);
    if (action.startsWith("click")) {
      ((AbstractButton) part(window, what)).doClick();
    } else if (action.startsWith("press")) {
      final int key = KeyStroke.getKeyStroke(what.toUpperCase(Locale.ROOT)).getKeyCode();
      window
          .getRootPane()
          .dispatchEvent(
              new KeyEvent(
                  window.getRootPane(),
                  KeyEvent.KEY_PRESSED,
                  System.currentTimeMillis(),
                  0,
                  key,
                  KeyEvent.CHAR_UNDEFINED));
    } else {
      window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING));
    }
  }

  private static List<Frame> windows(final String title) {
    return List.of(Frame.getFrames()).stream()
        .filter(frame -> frame.isShowing() && frame.getTitle().equals(title))
        .toList();
  }

  /** The window of that title; waits for it. */
  private static JFrame window(final String title) {
    while (windows(title).isEmpty()) {
      IJ.wait(50);
    }
    return (JFrame) windows(title).get(0);
  }

  private static String text(final JFrame window, final String name) {
    return ((JLabel) part(window, name)).getText();
  }

  private static Component part(final JFrame window, final String name) {
    final List<Component> parts = new ArrayList<>();
    DialogPerson.collect(window.getContentPane(), parts);
    return parts.stream().filter(one -> name.equals(one.getName())).findFirst().orElseThrow();
  }

  private static void photograph(final JFrame window, final File picture) throws Exception {
    IJ.wait(1000);
    final Rectangle screen = new Rectangle(window.getToolkit().getScreenSize());
    ImageIO.write(new Robot().createScreenCapture(screen), "png", picture);
  }
}
