package io.github.inceptionlens.command.page;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Where a page is drawn; lengths are points, from the page's upper left corner. */
public interface PageCanvas {

  /** Writes a line of text. */
  void text(PageText text);

  /** Fills a shape. */
  void fill(Shape shape, Color color);

  /**
   * Draws a shape's outline.
   *
   * @param width of the line
   */
  void stroke(Shape shape, double width, Color color);

  /** Draws a picture into a rectangle. */
  void picture(BufferedImage pixels, Rectangle2D where);
}
