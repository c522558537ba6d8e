package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.macro.Interpreter;
import io.github.inceptionlens.image.overlay.PassingElements;
import java.awt.Component;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.MouseEvent;
import java.awt.event.WindowEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JLabel;

/**
 * A program that moves the pointer over windows that an atlas links, in plain ImageJ, and prints
 * what is marked then.
 *
 * <p>Arguments: a folder for ImageJ, and what is done, one after the other: {@code macro;FILE},
 * {@code run;MACRO}, {@code move;TITLE;X;Y} (a pixel of the image), {@code marks;TITLE}, {@code
 * crops}, {@code followcrop}, {@code closecrops}, {@code threads}, {@code picture;FILE} (of the
 * screen).
 */
public final class AtlasLinkCheck {

  private static final int PATIENCE = 800;

  private AtlasLinkCheck() {}

  /** Does what the arguments say, one after the other. */
  public static void main(final String[] arguments) throws Exception {
    final Path menu = Path.of("target", "classes", "plugins.config").toAbsolutePath();
    ImageJWindow.open(menu, Path.of(arguments[0])).setVisible(true);
    Messages.closeFromNowOn();
    for (final String action : Arrays.asList(arguments).subList(1, arguments.length)) {
      System.out.println(
          action + " -> " + take(action.split(";", action.startsWith("run") ? 2 : 0)));
    }
    Runtime.getRuntime().halt(0);
  }

  private static String take(final String[] words) throws Exception {
    switch (words[0]) {
      case "macro":
        return macro(Files.readString(Path.of(words[1])));
      case "run":
        return macro(words[1].replace('\'', '"'));
      case "move":
        move(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        return status();
      case "marks":
        return marks(image(words[1]));
      case "crops":
        return crops();
      case "followcrop":
        return followed();
      case "closecrops":
        EventThread.run(
            () ->
                windows()
                    .forEach(
                        window ->
                            window.dispatchEvent(
                                new WindowEvent(window, WindowEvent.WINDOW_CLOSING))));
        return crops();
      case "threads":
        return String.valueOf(threads());
      case "picture":
        IJ.wait(PATIENCE);
        final Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        ImageIO.write(new Robot().createScreenCapture(screen), "png", new File(words[1]));
        return "";
      default:
        throw new IllegalArgumentException(words[0]);
    }
  }

  private static String macro(final String text) throws InterruptedException {
    final Interpreter macro = new Interpreter();
    final Thread thread = new Thread(() -> macro.run(text, ""), "Macro$");
    thread.start();
    thread.join();
    IJ.wait(PATIENCE);
    return String.valueOf(macro.getErrorMessage());
  }

  private static ImagePlus image(final String title) throws IOException {
    final ImagePlus image = WindowManager.getImage(title);
    if (image == null) {
      throw new IOException(
          "no " + title + " among " + Arrays.toString(WindowManager.getImageTitles()));
    }
    return image;
  }

  private static void move(final String title, final int x, final int y) throws IOException {
    final ImageCanvas canvas = image(title).getCanvas();
    EventThread.run(
        () ->
            canvas.dispatchEvent(
                new MouseEvent(
                    canvas,
                    MouseEvent.MOUSE_MOVED,
                    System.currentTimeMillis(),
                    0,
                    canvas.screenX(x),
                    canvas.screenY(y),
                    0,
                    false)));
    while (threads() > 0) {
      IJ.wait(20);
    }
    EventThread.run(() -> {});
  }

  /** How many threads work for a link. */
  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("atlas link"))
        .count();
  }

  private static String status() {
    final List<Component> parts = new ArrayList<>();
    DialogPerson.collect(IJ.getInstance(), parts);
    return parts.stream()
        .filter(JLabel.class::isInstance)
        .map(part -> ((JLabel) part).getText())
        .collect(Collectors.joining());
  }

  /** The outlines of passing elements, and how many elements are the user's. */
  private static String marks(final ImagePlus image) {
    final Overlay overlay = image.getOverlay();
    if (overlay == null) {
      return "no overlay";
    }
    final List<Roi> all = List.of(overlay.toArray());
    final List<Roi> passing = all.stream().filter(PassingElements::isPassing).toList();
    return String.format(
        Locale.ROOT,
        "%d of others, marked %s",
        all.size() - passing.size(),
        passing.stream()
            .filter(roi -> roi.getStrokeColor() != null && roi.getStrokeWidth() < 2)
            .map(AtlasLinkCheck::words)
            .distinct()
            .toList());
  }

  private static String words(final Roi roi) {
    final Rectangle at = roi.getBounds();
    return at.x + "," + at.y + "," + at.width + "," + at.height + "@" + roi.getPosition();
  }

  private static List<Frame> windows() {
    return Stream.of(Frame.getFrames())
        .filter(frame -> frame.isShowing() && "cell crops".equals(frame.getName()))
        .toList();
  }

  /** Double-clicks on the first crop, and says what is current and selected then. */
  private static String followed() {
    final List<Component> parts = new ArrayList<>();
    windows().forEach(window -> DialogPerson.collect(((JFrame) window).getContentPane(), parts));
    final Component crop =
        parts.stream().filter(JLabel.class::isInstance).findFirst().orElseThrow();
    EventThread.run(
        () ->
            crop.dispatchEvent(
                new MouseEvent(
                    crop,
                    MouseEvent.MOUSE_CLICKED,
                    System.currentTimeMillis(),
                    0,
                    9,
                    9,
                    2,
                    false)));
    IJ.wait(2 * PATIENCE);
    final ImagePlus image = WindowManager.getCurrentImage();
    final Rectangle seen = image.getRoi() == null ? new Rectangle() : image.getRoi().getBounds();
    return String.format(
        Locale.ROOT,
        "%s slice %d, %d x %d",
        image.getTitle(),
        image.getCurrentSlice(),
        seen.width,
        seen.height);
  }

  private static String crops() {
    return windows().stream()
        .map(
            window -> {
              final List<Component> parts = new ArrayList<>();
              DialogPerson.collect(((JFrame) window).getContentPane(), parts);
              return window.getTitle()
                  + ": "
                  + parts.stream()
                      .filter(part -> part instanceof JLabel label && label.getIcon() != null)
                      .count()
                  + " crops";
            })
        .collect(Collectors.joining());
  }
}
