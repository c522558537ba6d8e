package io.github.inceptionlens.command.window;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the windows of results beside the image that was looked at, not on it: to its right, below,
 * to its left or above, wherever the screen has room; several of them cascade.
 */
public final class WindowPlacement {

  private static final int STEP = 24;
  private static final int MOST_STEPS = 12;

  private final Optional<Rectangle> source;
  private int placed;

  private WindowPlacement(final Optional<Rectangle> source) {
    this.source = source;
  }

  /** Beside the window of an image; anywhere where it has none. */
  public static WindowPlacement beside(final Optional<ImagePlus> image) {
    return new WindowPlacement(
        image.map(ImagePlus::getWindow).filter(Window::isShowing).map(Window::getBounds));
  }

  /** Beside a window. */
  public static WindowPlacement beside(final Window window) {
    return new WindowPlacement(
        Optional.ofNullable(window).filter(Window::isShowing).map(Window::getBounds));
  }

  /** Moves a window that has just been opened. */
  public void place(final Window window) {
    if (GraphicsEnvironment.isHeadless() || window == null || source.isEmpty()) {
      return;
    }
    final Rectangle screen =
        Optional.ofNullable(IJ.getInstance())
            .map(ij -> ij.getGraphicsConfiguration().getBounds())
            .orElse(window.getGraphicsConfiguration().getBounds());
    place(source.get(), window.getBounds(), screen, placed % MOST_STEPS * STEP)
        .ifPresent(window::setLocation);
    placed++;
  }

  /**
   * Where a window goes.
   *
   * @param source what shall stay visible
   * @param window its size counts
   * @param shift to the right and down, for the next of several windows
   * @return nothing where there is no room beside the source
   */
  static Optional<Point> place(
      final Rectangle source, final Rectangle window, final Rectangle screen, final int shift) {
    return places(source, window, screen, shift).findFirst();
  }

  private static Stream<Point> places(
      final Rectangle source, final Rectangle window, final Rectangle screen, final int shift) {
    final int right = source.x + source.width;
    final int below = source.y + source.height;
    final int across = within(source.x, window.width, screen.x, screen.width);
    final int along = within(source.y, window.height, screen.y, screen.height);
    return Stream.of(
            new Point(right + shift, source.y + shift),
            new Point(source.x + shift, below + shift),
            new Point(right, source.y),
            new Point(source.x, below),
            new Point(source.x - window.width, source.y),
            new Point(source.x, source.y - window.height),
            new Point(right, along),
            new Point(source.x - window.width, along),
            new Point(across, below),
            new Point(across, source.y - window.height))
        .filter(at -> screen.contains(new Rectangle(at, window.getSize())));
  }

  /** Where a window begins on the screen's axis, as near to a place as it can. */
  private static int within(
      final int place, final int length, final int screen, final int screenLength) {
    return Math.max(screen, Math.min(place, screen + screenLength - length));
  }

  /** Moves a window beside one of several, so that it covers none of them, where there is room. */
  public static void placeAmong(final List<Window> others, final Window window) {
    final List<Rectangle> taken =
        others.stream().filter(Window::isShowing).map(Window::getBounds).toList();
    final Rectangle screen = window.getGraphicsConfiguration().getBounds();
    taken.stream()
        .flatMap(source -> places(source, window.getBounds(), screen, 0))
        .filter(at -> taken.stream().noneMatch(new Rectangle(at, window.getSize())::intersects))
        .findFirst()
        .ifPresent(window::setLocation);
  }

  /** Keeps a window of text, such as the Log, off the image. */
  public static void keepOff(final List<Window> windows, final Optional<ImagePlus> image) {
    final WindowPlacement placement = beside(image);
    windows.stream()
        .filter(
            window ->
                placement.source.filter(place -> place.intersects(window.getBounds())).isPresent())
        .forEach(placement::place);
  }

  /** The Log's window, where it is open. */
  public static List<Window> log() {
    return Optional.ofNullable(WindowManager.getWindow("Log")).stream().toList();
  }
}
