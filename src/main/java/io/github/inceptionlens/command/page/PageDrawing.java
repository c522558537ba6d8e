package io.github.inceptionlens.command.page;

/** What is drawn on a page of the size A4, upright. */
@FunctionalInterface
public interface PageDrawing {

  /** The width of a page in points, of which an inch has 72. */
  double WIDTH = 595.28;

  /** The height of a page in points. */
  double HEIGHT = 841.89;

  /** Draws the page, the same at every call. */
  void draw(PageCanvas canvas);
}
