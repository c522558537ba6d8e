package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.macro.Interpreter;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;

/**
 * A program that runs a macro in plain ImageJ's window, takes the two-alternative test that the
 * macro opens as a person does, and prints the Log.
 *
 * <p>Arguments: the folder that holds {@code plugins.config}, a folder to be ImageJ's, the macro's
 * file, a file for the window's picture, and what the person does, one after the other: {@code
 * click left}, {@code click right}, {@code press left}, {@code press right}, {@code press escape}
 * or {@code close}.
 */
public final class TwoAlternativeCheck {

  private static final int FIRST_ACTION = 4;

  private TwoAlternativeCheck() {}

  /** Runs the macro. */
  public static void main(final String[] arguments) throws Exception {
    ImageJWindow.open(Path.of(arguments[0], "plugins.config"), Path.of(arguments[1]));
    final List<String> actions = List.of(arguments).subList(FIRST_ACTION, arguments.length);
    final Thread person = new Thread(() -> take(actions, new File(arguments[3])), "person");
    person.setDaemon(true);
    person.start();
    final Interpreter macro = new Interpreter();
    try {
      macro.run(Files.readString(Path.of(arguments[2])), null);
    } finally {
      System.out.println(IJ.getLog());
      System.out.println("error: " + macro.getErrorMessage());
      System.out.println("windows left: " + windows().size());
      Runtime.getRuntime().halt(0);
    }
  }

  private static void take(final List<String> actions, final File picture) {
    try {
      final JFrame window = window();
      photograph(window, picture);
      for (final String action : actions) {
        final String trial = text(window, "trial");
        System.out.println("at " + trial + ": " + action);
        while (window.isShowing() && text(window, "trial").equals(trial)) {
          EventQueue.invokeAndWait(() -> act(window, action));
          IJ.wait(20);
        }
      }
      closeMessages();
    } catch (final Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closes what ImageJ tells, for as long as the program runs. */
  private static void closeMessages() {
    while (true) {
      for (final Window window : Window.getWindows()) {
        if (window instanceof Dialog) {
          window.dispose(); // also one that is hidden: it may have been so before it began to wait
        }
      }
      IJ.wait(50);
    }
  }

  private static void act(final JFrame window, final String action) {
    final String what = action.substring(action.indexOf(' ') + 1);
    if (action.startsWith("click")) {
      ((JButton) part(window, what)).doClick();
    } else if (action.startsWith("press")) {
      final int key =
          switch (what) {
            case "left" -> KeyEvent.VK_LEFT;
            case "right" -> KeyEvent.VK_RIGHT;
            default -> KeyEvent.VK_ESCAPE;
          };
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

  private static List<Frame> windows() {
    return List.of(Frame.getFrames()).stream()
        .filter(frame -> frame.isShowing() && frame.getTitle().equals("Two-Alternative Test"))
        .toList();
  }

  /** The test's window; waits for it. */
  private static JFrame window() {
    while (windows().isEmpty()) {
      IJ.wait(50);
    }
    return (JFrame) windows().get(0);
  }

  private static String text(final JFrame window, final String name) {
    return ((JLabel) part(window, name)).getText();
  }

  private static Component part(final JFrame window, final String name) {
    final List<Component> parts = new ArrayList<>();
    DialogCheck.collect(window.getContentPane(), parts);
    return parts.stream().filter(one -> name.equals(one.getName())).findFirst().orElseThrow();
  }

  private static void photograph(final JFrame window, final File picture) throws Exception {
    IJ.wait(1000);
    final Rectangle screen = new Rectangle(window.getToolkit().getScreenSize());
    ImageIO.write(new Robot().createScreenCapture(screen), "png", picture);
  }
}
