package io.github.inceptionlens.command.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A page of pixels. */
public final class RasterCanvas implements PageCanvas {

  private static final double POINTS = 72;

  private final Graphics2D graphics;

  private RasterCanvas(final Graphics2D graphics) {
    this.graphics = graphics;
  }

  /** How many pixels a length takes, at so many pixels per inch. */
  public static double pixels(final double points, final int resolution) {
    return points * resolution / POINTS;
  }

  /**
   * Draws a page.
   *
   * @param resolution pixels per inch
   * @return in RGB, on white
   */
  public static BufferedImage image(final PageDrawing page, final int resolution) {
    final BufferedImage image =
        new BufferedImage(
            (int) Math.round(pixels(page.width(), resolution)),
            (int) Math.round(pixels(page.height(), resolution)),
            BufferedImage.TYPE_INT_RGB);
    final Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(resolution / POINTS, resolution / POINTS);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    page.draw(new RasterCanvas(graphics));
    graphics.dispose();
    return image;
  }

  @Override
  public void text(final PageText text) {
    final AffineTransform before = graphics.getTransform();
    graphics.setColor(text.color());
    graphics.translate(text.x(), text.y());
    if (text.upward()) {
      graphics.rotate(-Math.PI / 2);
    }
    double x = text.start();
    for (final PageFont.Run run : PageFont.runs(text.words())) {
      graphics.setFont(run.font(text.size()));
      graphics.drawString(run.words(), (float) x, 0);
      x += run.length(text.size());
    }
    graphics.setTransform(before);
  }

  @Override
  public void fill(final Shape shape, final Color color) {
    graphics.setColor(color);
    graphics.fill(shape);
  }

  @Override
  public void stroke(final Shape shape, final double width, final Color color) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    graphics.draw(shape);
  }

  @Override
  public void picture(final BufferedImage pixels, final Rectangle2D where) {
    final AffineTransform place = AffineTransform.getTranslateInstance(where.getX(), where.getY());
    place.scale(where.getWidth() / pixels.getWidth(), where.getHeight() / pixels.getHeight());
    graphics.drawImage(pixels, place, null);
  }
}
