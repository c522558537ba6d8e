package io.github.inceptionlens.command.page;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Remembers what is drawn on it. */
public final class RecordingCanvas implements PageCanvas {

  private static final double ASCENT = 0.72;
  private static final double DESCENT = 0.16;

  private final List<PageText> texts = new ArrayList<>();
  private final List<Rectangle2D> shapes = new ArrayList<>();
  private final List<Rectangle2D> pictures = new ArrayList<>();

  /** What a page draws. */
  public static RecordingCanvas of(final PageDrawing page) {
    final RecordingCanvas canvas = new RecordingCanvas();
    page.draw(canvas);
    return canvas;
  }

  @Override
  public void text(final PageText text) {
    texts.add(text);
  }

  @Override
  public void fill(final Shape shape, final Color color) {
    shapes.add(shape.getBounds2D());
  }

  @Override
  public void stroke(final Shape shape, final double width, final Color color) {
    shapes.add(shape.getBounds2D());
  }

  @Override
  public void picture(final BufferedImage pixels, final Rectangle2D where) {
    pictures.add(where);
  }

  /** All texts that are not empty. */
  public List<PageText> texts() {
    return texts.stream().filter(one -> !one.words().isEmpty()).toList();
  }

  public List<Rectangle2D> shapes() {
    return shapes;
  }

  public List<Rectangle2D> pictures() {
    return pictures;
  }

  /** The box that a text's letters fill. */
  public static Rectangle2D box(final PageText text) {
    final double up = ASCENT * text.size();
    final double down = DESCENT * text.size();
    return text.upward()
        ? new Rectangle2D.Double(
            text.x() - up, text.y() - text.start() - text.length(), up + down, text.length())
        : new Rectangle2D.Double(text.x() + text.start(), text.y() - up, text.length(), up + down);
  }
}
