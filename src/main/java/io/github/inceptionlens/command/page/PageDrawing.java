package io.github.inceptionlens.command.page;

/** What is drawn on a page, which has the size A4, upright, unless it says another. */
@FunctionalInterface
public interface PageDrawing {

  /** The width of A4 in points, of which an inch has 72. */
  double WIDTH = 595.28;

  /** The height of A4 in points. */
  double HEIGHT = 841.89;

  /** How wide this page is, in points. */
  default double width() {
    return WIDTH;
  }

  /** How high this page is, in points. */
  default double height() {
    return HEIGHT;
  }

  /** Draws the page, the same at every call. */
  void draw(PageCanvas canvas);
}
