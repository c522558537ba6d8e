package io.github.inceptionlens.command.report.sheet;

import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.page.PageCanvas;
import io.github.inceptionlens.command.page.PageText.Anchor;
import io.github.inceptionlens.command.report.sheet.Neighbors.Neighbor;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** The nearest channels, and below a line the nearest entries: unit, cosine as a bar, and label. */
final class NeighborPanel {

  private static final String WHAT = "by the cosine with what it stands for";
  private static final double PITCH = 6.9;
  private static final double BAR = 4.2;
  private static final double BARS = 24;
  private static final double FIGURES = 25;
  private static final double NAMES = 0.4;
  private static final double SEAM = 5;

  private final Neighbors neighbors;
  private final double x;
  private final double y;
  private final double width;

  NeighborPanel(final Neighbors neighbors, final double x, final double y, final double width) {
    this.neighbors = neighbors;
    this.x = x;
    this.y = y;
    this.width = width;
  }

  void draw(final PageCanvas canvas) {
    canvas.text(Ink.note(Ink.shortened(WHAT, Ink.NOTE, width), x, y + Ink.NOTE - 1));
    final double end = draw(canvas, neighbors.channels(), y + Ink.LINE);
    if (!neighbors.entries().isEmpty()) {
      final double seam = end + SEAM / 2;
      Ink.line(canvas, x, seam, x + width, seam, Ink.HAIR, Ink.PALE);
      draw(canvas, neighbors.entries(), end + SEAM);
    }
  }

  private double draw(final PageCanvas canvas, final List<Neighbor> some, final double top) {
    for (int i = 0; i < some.size(); i++) {
      draw(canvas, some.get(i), top + (i + 0.5) * PITCH);
    }
    return top + some.size() * PITCH;
  }

  private void draw(final PageCanvas canvas, final Neighbor one, final double middle) {
    final double names = width * NAMES;
    final double figures = x + names + FIGURES;
    canvas.text(Ink.note(shortened(one.unit(), names - 4), x, middle + 2).in(Ink.BLACK));
    canvas.text(
        Ink.note(
                String.format(Locale.ROOT, "%+.2f", one.cosine()).replace('-', '\u2212'),
                figures - 4,
                middle + 2)
            .at(Anchor.END));
    final Rectangle2D bar =
        Ink.box(figures, middle - BAR / 2, Math.max(0.2, Math.abs(one.cosine()) * BARS), BAR);
    canvas.fill(bar, one.cosine() < 0 ? Ink.BELOW : Ink.ABOVE);
    final double left = figures + BARS + 4;
    canvas.text(Ink.note(Ink.shortened(one.label(), Ink.NOTE, x + width - left), left, middle + 2));
  }

  /** A unit with as much of its layer's name as there is room for. */
  private static String shortened(final String unit, final double room) {
    final String number = unit.substring(unit.lastIndexOf(':'));
    final String layer = unit.substring(0, unit.length() - number.length());
    return Ink.shortened(layer, Ink.NOTE, room - Ink.note(number, 0, 0).length()) + number;
  }
}
