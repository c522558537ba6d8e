package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.macro.Interpreter;
import ij.text.TextPanel;
import ij.text.TextWindow;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.place.ShownUnits;
import java.awt.AWTException;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * A program that double-clicks on rows of tables, on crops of a montage and on units of a diagram
 * in plain ImageJ's window, with the mouse, and prints what each opens.
 *
 * <p>Arguments: a folder for ImageJ, and what is done, one after the other: {@code macro;FILE},
 * {@code row;TITLE;NUMBER}, {@code crop;TITLE;NUMBER} (from 1), {@code unit;TITLE;NUMBER} (from 1),
 * {@code picture;FILE} (of the screen).
 */
public final class PlacesCheck {

  private static final int PATIENCE = 400;
  private static final int STEP = 10;
  private static final int TRIES = 3;

  /** Longer than what makes a double click of two. */
  private static final int APART = 700;

  private final Robot robot = new Robot();

  private PlacesCheck() throws AWTException {}

  /** Does what the arguments say, one after the other. */
  public static void main(final String[] arguments) throws Exception {
    final Path menu = Path.of("target", "classes", "plugins.config").toAbsolutePath();
    ImageJWindow.open(menu, Path.of(arguments[0])).setVisible(true);
    Messages.closeFromNowOn();
    final PlacesCheck person = new PlacesCheck();
    try {
      for (final String action : Arrays.asList(arguments).subList(1, arguments.length)) {
        person.take(action.split(";"));
      }
    } catch (final IllegalStateException e) {
      System.out.println(e.getMessage());
    }
    IJ.wait(5 * PATIENCE);
    Runtime.getRuntime().halt(0);
  }

  private void take(final String[] words) throws Exception {
    switch (words[0]) {
      case "macro" -> macro(words[1]);
      case "row" -> row(words[1], Integer.parseInt(words[2]));
      case "crop" -> crop(words[1], Integer.parseInt(words[2]));
      case "unit" -> unit(words[1], Integer.parseInt(words[2]));
      case "picture" -> {
        IJ.wait(APART);
        ImageIO.write(
            robot.createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())),
            "png",
            new File(words[1]));
      }
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private static void macro(final String file) throws Exception {
    final Thread thread =
        new Thread(
            () -> {
              try {
                new Interpreter().run(Files.readString(Path.of(file)), "");
              } catch (final IOException e) {
                throw new IllegalStateException(e);
              }
            },
            "Macro$");
    thread.start();
    thread.join();
    System.out.println("macro done " + IJ.getLog());
  }

  private void row(final String title, final int number) {
    final TextWindow window = (TextWindow) WindowManager.getWindow(title);
    final TextPanel panel = window.getTextPanel();
    for (int tries = 0; tries < TRIES; tries++) {
      raise(window, 700, 500);
      EventThread.run(() -> panel.showRow(number - 1));
      if (found(panel, number)) {
        tell("row " + title + " " + number);
        return;
      }
    }
    throw new IllegalStateException("row " + number + " of " + title + " is not to be seen");
  }

  /** Looks for a row by clicks, and clicks on it twice. */
  private boolean found(final TextPanel panel, final int number) {
    final Component canvas = panel.getComponent(0);
    final Point at = canvas.getLocationOnScreen();
    final int x = at.x + 60;
    int y = at.y;
    do {
      y += STEP;
      if (y > at.y + canvas.getHeight()) {
        return false;
      }
      click(x, y);
      IJ.wait(APART);
    } while (panel.getSelectionStart() != number - 1);
    clickTwice(x, y);
    return true;
  }

  private void crop(final String title, final int number) {
    final ImagePlus montage = WindowManager.getImage(title);
    raise(montage.getWindow(), 600, 100);
    final ImageCanvas canvas = montage.getCanvas();
    clickTwice(canvas, CropPlaces.of(montage).orElseThrow().crops().get(number - 1).at());
    tell("crop " + title + " " + number);
  }

  private void unit(final String title, final int number) {
    final ImagePlus diagram = WindowManager.getImage(title);
    raise(diagram.getWindow(), 300, 100);
    clickTwice(
        diagram.getCanvas(), ShownUnits.of(diagram).orElseThrow().units().get(number - 1).at());
    tell("unit " + title + " " + number);
  }

  private void clickTwice(final ImageCanvas canvas, final CropPlaces.Box box) {
    final Point at = canvas.getLocationOnScreen();
    clickTwice(
        at.x + canvas.screenX(box.x() + box.width() / 2),
        at.y + canvas.screenY(box.y() + box.height() / 2));
  }

  private static void raise(final Window window, final int x, final int y) {
    EventThread.run(
        () -> {
          window.setLocation(x, y);
          window.toFront();
        });
    IJ.wait(PATIENCE);
  }

  private void click(final int x, final int y) {
    robot.mouseMove(x, y);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    robot.waitForIdle();
  }

  private void clickTwice(final int x, final int y) {
    IJ.wait(APART);
    click(x, y);
    click(x, y);
    IJ.wait(PATIENCE);
    while (Thread.getAllStackTraces().keySet().stream()
        .anyMatch(one -> one.getName().matches(".*Inception Lens (row|unit)"))) {
      IJ.wait(PATIENCE);
    }
    IJ.wait(PATIENCE);
  }

  private static void tell(final String what) {
    final ImagePlus image = WindowManager.getCurrentImage();
    System.out.println(
        what
            + ": "
            + (image == null
                ? "no image"
                : image.getTitle()
                    + " slice "
                    + image.getCurrentSlice()
                    + " of "
                    + WindowManager.getImageCount()
                    + " images, "
                    + (image.getRoi() == null
                        ? "nothing"
                        : image.getRoi().getTypeAsString() + " " + bounds(image))
                    + (image.getOverlay() == null
                        ? ""
                        : ", overlay " + image.getOverlay().get(0).getName())));
  }

  private static String bounds(final ImagePlus image) {
    final Rectangle at = image.getRoi().getBounds();
    return at.x + " " + at.y + " " + at.width + " " + at.height;
  }
}
