package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import java.awt.Button;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.Point;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JFrame;

/**
 * A program that tries every command of our menus in plain ImageJ's window by keys and mouse alone:
 * goes through the dialog with the tabulator and leaves it by Escape, opens it again and clicks on
 * Cancel, then on OK, and where the command still works after some seconds, clicks on ImageJ's
 * window and presses Escape. Prints a line each.
 *
 * <p>Arguments: the folder that holds {@code plugins.config}, a folder to be ImageJ's, an image,
 * how many milliseconds a command works before Escape, and {@code dialogs} where nothing is to be
 * run.
 */
public final class MenuTour {

  private static final int PATIENCE = 20_000;
  private static final int ATTEMPT = 2_000;
  private static final int ATTEMPTS = 5;
  private static final int PAUSE = 20;
  private static final int START = 300;
  private static final int BORDER = 3;

  private final ImageJ imagej;
  private final ImagePlus image;
  private final Robot robot;
  private final int work;
  private final boolean onlyDialogs;

  private MenuTour(final ImageJ imagej, final List<String> arguments) throws Exception {
    this.imagej = imagej;
    this.image = IJ.openImage(arguments.get(2));
    this.work = Integer.parseInt(arguments.get(3));
    this.onlyDialogs = arguments.contains("dialogs");
    this.robot = new Robot();
    robot.setAutoDelay(PAUSE);
  }

  /** Tries them all. */
  public static void main(final String[] arguments) throws Exception {
    final ImageJ imagej =
        ImageJWindow.open(Path.of(arguments[0], "plugins.config"), Path.of(arguments[1]));
    try {
      final MenuTour tour = new MenuTour(imagej, List.of(arguments));
      for (final String label : labels(Path.of(arguments[0], "plugins.config"))) {
        System.out.println(label + ": " + tour.visit(label));
      }
    } catch (final Throwable e) {
      e.printStackTrace(System.out);
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private static List<String> labels(final Path config) throws Exception {
    try (Stream<String> lines = Files.lines(config)) {
      return lines
          .filter(line -> line.startsWith("Plugins>"))
          .map(line -> line.split("\"")[1])
          .toList();
    }
  }

  private String visit(final String label) {
    image.show();
    image.setRoi(20, 30, 90, 70);
    IJ.selectWindow(image.getID());
    String seen = "";
    if (hasDialog(label)) {
      seen = byKeys(label) + byMouse(label);
      if (onlyDialogs) {
        return seen;
      }
    } else if (onlyDialogs) {
      return "no dialog";
    }
    seen += run(label);
    clear();
    return seen;
  }

  private static boolean hasDialog(final String label) {
    return label.endsWith("...") && !label.startsWith("Start Here");
  }

  /** Chooses a line of the menu, as a click on it does. */
  private void choose(final String label) {
    final MenuItem item = item(label);
    EventThread.run(
        () ->
            imagej.actionPerformed(
                new ActionEvent(item, ActionEvent.ACTION_PERFORMED, item.getActionCommand())));
  }

  private static MenuItem item(final String label) {
    final MenuBar bar = Menus.getMenuBar();
    for (int i = 0; i < bar.getMenuCount(); i++) {
      final Optional<MenuItem> found = item(bar.getMenu(i), label);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalStateException("no menu line " + label);
  }

  private static Optional<MenuItem> item(final Menu menu, final String label) {
    for (int i = 0; i < menu.getItemCount(); i++) {
      final MenuItem one = menu.getItem(i);
      final Optional<MenuItem> found =
          one instanceof Menu inner
              ? item(inner, label)
              : Optional.of(one).filter(line -> line.getLabel().equals(label));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private JDialog dialog(final String label) {
    choose(label);
    await(() -> open(JDialog.class).isPresent());
    final JDialog dialog = (JDialog) open(JDialog.class).orElseThrow();
    await(() -> dialog.isFocused() && button(dialog, "OK").isPresent());
    return dialog;
  }

  private static Optional<Window> open(final Class<? extends Dialog> type) {
    return Arrays.stream(Window.getWindows())
        .filter(window -> type.isInstance(window) && window.isShowing())
        .findFirst();
  }

  private String byKeys(final String label) {
    final JDialog dialog = dialog(label);
    final Component first = focused();
    press(KeyEvent.VK_TAB);
    press(KeyEvent.VK_TAB);
    final boolean moved = await(() -> focused() != first);
    final boolean left =
        closes(dialog, () -> press(KeyEvent.VK_ESCAPE)) && await(() -> !isWorking());
    return (moved ? "" : "the tabulator does nothing, ")
        + (left ? "keys, " : "Escape does nothing, ");
  }

  private static Component focused() {
    return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
  }

  private String byMouse(final String label) {
    final JDialog dialog = dialog(label);
    final JButton cancel = button(dialog, "Cancel").orElseThrow();
    if (!closes(dialog, () -> click(cancel))) {
      return "Cancel does not close it, ";
    }
    return await(() -> !isWorking()) ? "mouse, " : "it works on after Cancel, ";
  }

  /** Whether an act closes a window. */
  private boolean closes(final Window window, final Runnable act) {
    for (int i = 0; i < ATTEMPTS && window.isShowing(); i++) {
      focus(window);
      if (window.isShowing()) {
        act.run();
      }
      await(() -> !window.isShowing(), ATTEMPT);
    }
    return !window.isShowing();
  }

  /**
   * Without a window manager a window may lie behind others, and none may have the keys: whoever
   * sits before it clicks on its border.
   */
  private void focus(final Window window) {
    EventThread.run(window::toFront);
    if (!await(window::isFocused, ATTEMPT) && window.isShowing()) {
      EventThread.run(window::requestFocus);
      final Point corner = window.getLocationOnScreen();
      click(new Point(corner.x + BORDER, corner.y + BORDER));
      await(window::isFocused, ATTEMPT);
    }
  }

  private static Optional<JButton> button(final JDialog dialog, final String text) {
    return new DialogPerson(dialog)
        .parts().stream()
            .filter(JButton.class::isInstance)
            .map(JButton.class::cast)
            .filter(one -> text.equals(one.getText()))
            .findFirst();
  }

  private String run(final String label) {
    if (hasDialog(label)) {
      final JDialog dialog = dialog(label);
      final JButton confirm = button(dialog, "OK").orElseThrow();
      if (!confirm.isEnabled()) {
        press(KeyEvent.VK_ESCAPE);
        await(() -> !isWorking());
        return "waits for an entry";
      }
      closes(dialog, () -> click(confirm));
    } else {
      choose(label);
      IJ.wait(START);
    }
    final long start = System.currentTimeMillis();
    while (isWorking() && message().isEmpty() && System.currentTimeMillis() - start < work) {
      IJ.wait(PAUSE);
    }
    if (message().isPresent()) {
      return "says " + dismissed(message().get());
    }
    return isWorking() ? stopped() : "done";
  }

  /** What ends a command under load. */
  private String stopped() {
    click(imagej);
    final long start = System.currentTimeMillis();
    press(KeyEvent.VK_ESCAPE);
    final boolean ended = await(() -> !isWorking() || message().isPresent());
    final long took = System.currentTimeMillis() - start;
    final String says = message().map(this::dismissed).map(text -> ", says " + text).orElse("");
    return (ended ? "stopped within " + took + " ms" : "does not stop") + says;
  }

  private static Optional<Window> message() {
    return open(Dialog.class);
  }

  private String dismissed(final Window message) {
    final String text = Messages.text((Dialog) message);
    click(message);
    closes(message, () -> confirm(message));
    await(() -> !isWorking());
    return text;
  }

  /** Says OK, by the button where there is one: what has the keys may be another part. */
  private void confirm(final Window message) {
    final List<Component> parts = new ArrayList<>();
    DialogPerson.collect(message, parts);
    parts.stream()
        .filter(MenuTour::isConfirming)
        .findFirst()
        .ifPresentOrElse(this::click, () -> press(KeyEvent.VK_ENTER));
  }

  private static boolean isConfirming(final Component part) {
    final String text =
        part instanceof Button button
            ? button.getLabel()
            : part instanceof JButton button ? button.getText() : "";
    return "OK".equals(String.valueOf(text).strip());
  }

  private static boolean isWorking() {
    return Thread.getAllStackTraces().keySet().stream()
        .flatMap(thread -> Arrays.stream(thread.getStackTrace()))
        .anyMatch(frame -> frame.getClassName().equals(Launcher.class.getName()));
  }

  private void clear() {
    message().ifPresent(this::dismissed);
    final int[] ids = WindowManager.getIDList();
    for (final int id : ids == null ? new int[0] : ids) {
      final ImagePlus one = WindowManager.getImage(id);
      if (one != image) {
        one.changes = false;
        one.close();
      }
    }
    Stream.of(Frame.getFrames())
        .filter(frame -> frame instanceof JFrame && frame.isShowing())
        .forEach(frame -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
  }

  private void press(final int key) {
    robot.keyPress(key);
    robot.keyRelease(key);
    robot.waitForIdle();
  }

  private void click(final Component part) {
    final Point at = part.getLocationOnScreen();
    click(new Point(at.x + part.getWidth() / 2, at.y + part.getHeight() / 2));
  }

  private void click(final Point at) {
    robot.mouseMove(at.x, at.y);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    robot.waitForIdle();
  }

  private static boolean await(final BooleanSupplier what) {
    return await(what, PATIENCE);
  }

  private static boolean await(final BooleanSupplier what, final int millis) {
    final long end = System.currentTimeMillis() + millis;
    while (!what.getAsBoolean() && System.currentTimeMillis() < end) {
      IJ.wait(PAUSE);
    }
    return what.getAsBoolean();
  }
}
