package io.github.inceptionlens.command.report.sheet;

import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.page.PageCanvas;
import io.github.inceptionlens.command.page.PageText.Anchor;
import io.github.inceptionlens.core.Scale;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Box plots by label, one below the other. */
final class BoxPanel {

  private static final double NAMES = 84;
  private static final double TICKS = 9;
  private static final double TICK = 2;
  private static final double PART = 0.56;
  private static final double HIGHEST = 11;
  private static final int MOST_TICKS = 6;

  private final List<LabelBox> boxes;
  private final Rectangle2D plot;
  private final String axis;
  private final Scale x;

  /**
   * @param boxes at least one
   * @param axis what the values are
   */
  BoxPanel(final List<LabelBox> boxes, final String axis, final Rectangle2D room) {
    this.boxes = boxes;
    this.axis = axis;
    plot =
        Ink.box(
            room.getX() + NAMES,
            room.getY(),
            room.getWidth() - NAMES,
            Math.min(room.getHeight() - 2 * TICKS, HIGHEST * boxes.size()));
    final double low = boxes.stream().mapToDouble(LabelBox::least).min().orElse(0);
    final double high = boxes.stream().mapToDouble(LabelBox::largest).max().orElse(1);
    final double margin = high > low ? (high - low) / 50 : 1;
    x = new Scale(low - margin, high + margin, plot.getMinX(), plot.getMaxX());
  }

  void draw(final PageCanvas canvas) {
    final double pitch = plot.getHeight() / boxes.size();
    if (x.low() < 0 && x.high() > 0) {
      Ink.line(canvas, x.at(0), plot.getMinY(), x.at(0), plot.getMaxY(), Ink.HAIR, Ink.PALE);
    }
    for (int i = 0; i < boxes.size(); i++) {
      draw(canvas, boxes.get(i), plot.getMinY() + (i + 0.5) * pitch, pitch * PART);
    }
    drawAxis(canvas);
  }

  private void draw(
      final PageCanvas canvas, final LabelBox box, final double middle, final double height) {
    final String count = " (" + box.pictures() + ")";
    final double room = NAMES - 6 - Ink.note(count, 0, 0).length();
    canvas.text(
        Ink.note(Ink.shortened(box.label(), Ink.NOTE, room) + count, plot.getMinX() - 5, middle + 2)
            .at(Anchor.END)
            .in(Ink.BLACK));
    Ink.line(canvas, x.at(box.least()), middle, x.at(box.largest()), middle, Ink.HAIR, Ink.GRAY);
    final Rectangle2D quartiles =
        Ink.box(
            x.at(box.lower()),
            middle - height / 2,
            Math.max(0.1, x.at(box.upper()) - x.at(box.lower())),
            height);
    canvas.fill(quartiles, Ink.FAINT);
    canvas.stroke(quartiles, Ink.HAIR, Ink.GRAY);
    Ink.line(
        canvas,
        x.at(box.median()),
        middle - height / 2,
        x.at(box.median()),
        middle + height / 2,
        1.2,
        Ink.BLACK);
  }

  private void drawAxis(final PageCanvas canvas) {
    final double bottom = plot.getMaxY();
    Ink.line(canvas, plot.getMinX(), bottom, plot.getMaxX(), bottom, Ink.HAIR, Ink.BLACK);
    for (final double tick : x.ticks(MOST_TICKS)) {
      Ink.line(canvas, x.at(tick), bottom, x.at(tick), bottom + TICK, Ink.HAIR, Ink.BLACK);
      canvas.text(Ink.note(Scale.text(tick), x.at(tick), bottom + TICKS).at(Anchor.MIDDLE));
    }
    canvas.text(Ink.note(axis, plot.getCenterX(), bottom + 2 * TICKS - 1).at(Anchor.MIDDLE));
  }
}
