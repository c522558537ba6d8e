package io.github.inceptionlens.command.report.sheet;

import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.page.KernelSquares;
import io.github.inceptionlens.command.page.PageCanvas;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/**
 * Connections side by side: what the other unit looks for, the weights (in its place where that is
 * not known), and their sum.
 */
final class WirePanel {

  private static final double GAP = 5;
  private static final double KERNEL = 0.62;

  private final Wiring wiring;
  private final double x;
  private final double y;
  private final double pitch;
  private final float largest;

  /**
   * @param columns how many connections there is room for
   */
  WirePanel(
      final Wiring wiring, final double x, final double y, final double width, final int columns) {
    this.wiring = wiring;
    this.x = x;
    this.y = y;
    pitch = (width + GAP) / columns;
    largest = KernelSquares.largest(wiring.wires().stream().map(Wire::values));
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
      KernelSquares.draw(
          canvas, wire.values(), largest, Ink.box(left, y + side + 3, kernel, kernel));
      line += 3 + kernel;
    } else {
      KernelSquares.draw(canvas, wire.values(), largest, room);
    }
    final double width = pitch - 1;
    canvas.text(Ink.figure(Ink.shortened(wire.other(), Ink.FIGURE, width), left, line));
    final String sum = String.format(Locale.ROOT, "%+.3g", wire.sum()).replace('-', '\u2212');
    canvas.text(Ink.note(sum, left, line + Ink.LINE).in(wire.sum() < 0 ? Ink.BELOW : Ink.ABOVE));
    canvas.text(Ink.note(Ink.shortened(wire.label(), Ink.NOTE, width), left, line + 2 * Ink.LINE));
  }

  /** How high the panel is. */
  double height() {
    final double side = pitch - GAP;
    return side + 3 + side * KERNEL + 3 * Ink.LINE + 2;
  }
}
