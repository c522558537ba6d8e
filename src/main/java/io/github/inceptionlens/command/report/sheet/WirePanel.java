package io.github.inceptionlens.command.report.sheet;

import io.github.inceptionlens.command.page.PageCanvas;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/**
 * Connections side by side: what the other unit looks for, the weights (in its place where that is
 * not known), and their sum.
 */
final class WirePanel {

  private static final double GAP = 5;
  private static final double KERNEL = 0.62;
  private static final double SEAM = 0.3;

  /** The scale of weights from blue over white to red, at -1, -1/2, 0, 1/2 and 1. */
  private static final Color[] WEIGHTS = {
    Ink.BELOW, new Color(0x92C5DE), new Color(0xF7F7F7), new Color(0xF4A582), Ink.ABOVE
  };

  private final Wiring wiring;
  private final double x;
  private final double y;
  private final double pitch;
  private final double largest;

  /**
   * @param columns how many connections there is room for
   */
  WirePanel(
      final Wiring wiring, final double x, final double y, final double width, final int columns) {
    this.wiring = wiring;
    this.x = x;
    this.y = y;
    pitch = (width + GAP) / columns;
    double most = 0;
    for (final Wire wire : wiring.wires()) {
      for (final float value : wire.values()) {
        most = Math.max(most, Math.abs(value));
      }
    }
    largest = most;
  }

  void draw(final PageCanvas canvas) {
    for (int i = 0; i < wiring.wires().size(); i++) {
      draw(canvas, wiring.wires().get(i), x + i * pitch);
    }
  }

  private void draw(final PageCanvas canvas, final Wire wire, final double left) {
    final double side = pitch - GAP;
    final double kernel = side * KERNEL;
    final Rectangle2D room = Ink.box(left, y, side, side);
    double line = y + side + Ink.LINE;
    if (wire.icon().isPresent()) {
      canvas.picture(wire.icon().get(), room);
      drawKernel(canvas, wire, Ink.box(left, y + side + 3, kernel, kernel));
      line += 3 + kernel;
    } else {
      drawKernel(canvas, wire, room);
    }
    final double width = pitch - 1;
    canvas.text(Ink.figure(Ink.shortened(wire.other(), Ink.FIGURE, width), left, line));
    final String sum = String.format(Locale.ROOT, "%+.3g", wire.sum()).replace('-', '\u2212');
    canvas.text(Ink.note(sum, left, line + Ink.LINE).in(wire.sum() < 0 ? Ink.BELOW : Ink.ABOVE));
    canvas.text(Ink.note(Ink.shortened(wire.label(), Ink.NOTE, width), left, line + 2 * Ink.LINE));
  }

  /** Each square reaches a little below the next ones, so that no paper shows between them. */
  private void drawKernel(final PageCanvas canvas, final Wire wire, final Rectangle2D room) {
    final double side = room.getWidth() / wire.kernel();
    for (int i = 0; i < wire.values().length; i++) {
      canvas.fill(
          Ink.box(
                  room.getX() + i % wire.kernel() * side,
                  room.getY() + i / wire.kernel() * side,
                  side + SEAM,
                  side + SEAM)
              .createIntersection(room),
          color(wire.values()[i]));
    }
    canvas.stroke(room, Ink.HAIR, Ink.PALE);
  }

  private Color color(final double weight) {
    final double place = largest > 0 ? 2 + 2 * weight / largest : 2;
    final int below = (int) Math.max(0, Math.min(WEIGHTS.length - 2, Math.floor(place)));
    final double part = Math.max(0, Math.min(1, place - below));
    final float[] from = WEIGHTS[below].getRGBColorComponents(null);
    final float[] to = WEIGHTS[below + 1].getRGBColorComponents(null);
    final float[] mixed = new float[from.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (float) (from[i] + part * (to[i] - from[i]));
    }
    return new Color(mixed[0], mixed[1], mixed[2]);
  }

  /** How high the panel is. */
  double height() {
    final double side = pitch - GAP;
    return side + 3 + side * KERNEL + 3 * Ink.LINE + 2;
  }
}
