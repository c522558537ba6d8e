package io.github.inceptionlens.command.report.sheet;

import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.page.PageCanvas;
import io.github.inceptionlens.command.report.sheet.FieldExample.ScaleBar;
import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** A picture with a receptive field on it, and beside it what that is. */
final class FieldPanel {

  private static final double PART = 0.62;
  private static final double GAP = 8;

  private final FieldExample example;
  private final Rectangle2D picture;
  private final double scale;
  private final double width;

  /**
   * @param room for picture and text
   */
  FieldPanel(final FieldExample example, final Rectangle2D room) {
    this.example = example;
    final Rectangle2D fitted =
        TilePanel.fitted(
            example.pixels(),
            Ink.box(room.getX(), room.getY(), room.getWidth() * PART, room.getHeight()));
    picture = Ink.box(room.getX(), room.getY(), fitted.getWidth(), fitted.getHeight());
    scale = picture.getWidth() / example.pixels().getWidth();
    width = room.getWidth() - picture.getWidth() - GAP;
  }

  /** Where the picture is. */
  Rectangle2D picture() {
    return picture;
  }

  void draw(final PageCanvas canvas) {
    Ink.framed(canvas, example.pixels(), picture);
    final Rectangle2D field =
        Ink.box(
                picture.getX() + example.field().getX() * scale,
                picture.getY() + example.field().getY() * scale,
                example.field().getWidth() * scale,
                example.field().getHeight() * scale)
            .createIntersection(picture);
    canvas.stroke(field, 2 * Ink.THIN + Ink.THIN, Color.WHITE);
    canvas.stroke(field, Ink.THIN + Ink.HAIR, Ink.ABOVE);
    final double x = picture.getMaxX() + GAP;
    double baseline = picture.getY() + Ink.NOTE;
    for (final String line : example.lines()) {
      baseline = Ink.paragraph(canvas, line, x, baseline, width) + 1.5;
    }
    if (example.bar().isPresent()) {
      draw(canvas, example.bar().get(), x, baseline + 2);
    }
  }

  private void draw(final PageCanvas canvas, final ScaleBar bar, final double x, final double y) {
    canvas.fill(Ink.box(x, y, bar.length() * scale, 1.5), Ink.BLACK);
    canvas.text(Ink.note(bar.text(), x, y + Ink.LINE + 1.5));
  }
}
