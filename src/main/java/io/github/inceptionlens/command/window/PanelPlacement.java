package io.github.inceptionlens.command.window;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.stream.Stream;

/** Where a panel goes beside the window of an image. */
public final class PanelPlacement {

  private PanelPlacement() {}

  /** To the right of a window, or to its left, or where it covers least of it. */
  public static Point beside(
      final Rectangle window, final Dimension panel, final Rectangle screen) {
    final int top = Math.max(screen.y, Math.min(window.y, screen.y + screen.height - panel.height));
    final int right = window.x + window.width;
    return Stream.of(new Point(right, top), new Point(window.x - panel.width, top))
        .filter(at -> screen.contains(new Rectangle(at, panel)))
        .findFirst()
        .orElse(new Point(Math.max(screen.x, screen.x + screen.width - panel.width), top));
  }
}
