package io.github.inceptionlens.command.coverage;

import io.github.inceptionlens.circuit.tuning.AngleDetector;
import io.github.inceptionlens.circuit.tuning.AngularGaps;
import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.page.PageCanvas;
import io.github.inceptionlens.command.page.PageDrawing;
import io.github.inceptionlens.command.page.PageText;
import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;

/**
 * Radial plots side by side: a row for each kind of stimuli, a column for each source, in a circle
 * a spoke for each detector, the longer the sharper it is tuned; the largest gap is shaded.
 */
final class CoverageDrawing implements PageDrawing {

  private static final double MARGIN = 14;
  private static final double HEAD = 20;
  private static final double RADIUS = 62;
  private static final double AROUND = 20;
  private static final double WORDS = 2 * Ink.LINE + 8;
  private static final double ACROSS = 2 * (RADIUS + AROUND) + 12;
  private static final double DOWN = 2 * (RADIUS + AROUND) + WORDS;
  private static final double RING = 4;
  private static final double FULL_TURN = 360;
  private static final int TICK = 45;
  private static final float SATURATION = 0.85f;
  private static final float BRIGHT = 0.82f;
  private static final Color GAP = new Color(0xF6DFA4);

  private final String title;
  private final List<List<CoverageRow>> panels;
  private final String note;

  /**
   * @param panels a list for each kind of stimuli, with the same sources
   * @param note what the spokes are
   */
  CoverageDrawing(final String title, final List<List<CoverageRow>> panels, final String note) {
    this.title = title;
    this.panels = panels;
    this.note = note;
  }

  @Override
  public double width() {
    return 2 * MARGIN + Math.max(2, panels.get(0).size()) * ACROSS;
  }

  @Override
  public double height() {
    return 2 * MARGIN + HEAD + panels.size() * DOWN + notes().size() * Ink.LINE;
  }

  private List<String> notes() {
    return Ink.lines(note, Ink.NOTE, width() - 2 * MARGIN);
  }

  @Override
  public void draw(final PageCanvas canvas) {
    canvas.text(
        PageText.of(
                Ink.shortened(title, Ink.TITLE, width() - 2 * MARGIN),
                MARGIN,
                MARGIN + Ink.TITLE,
                Ink.TITLE)
            .in(Ink.BLACK));
    for (int row = 0; row < panels.size(); row++) {
      for (int column = 0; column < panels.get(row).size(); column++) {
        draw(
            canvas,
            panels.get(row).get(column),
            MARGIN + (column + 0.5) * ACROSS,
            MARGIN + HEAD + row * DOWN);
      }
    }
    Ink.paragraph(
        canvas,
        note,
        MARGIN,
        MARGIN + HEAD + panels.size() * DOWN + Ink.LINE,
        width() - 2 * MARGIN);
  }

  private static void draw(
      final PageCanvas canvas, final CoverageRow panel, final double x, final double top) {
    final double y = top + Ink.LINE + AROUND + RADIUS;
    canvas.text(
        PageText.of(heading(panel), x, top + Ink.LINE, Ink.FIGURE)
            .in(Ink.BLACK)
            .at(PageText.Anchor.MIDDLE));
    if (panel.kind().isHue()) {
      drawHues(canvas, x, y);
    }
    drawGap(canvas, panel.gaps(), x, y);
    drawGrid(canvas, x, y);
    for (final AngleDetector one : panel.detectors().found()) {
      drawSpoke(canvas, one, panel.kind().period(), x, y);
    }
    canvas.text(Ink.note(words(panel), x, y + RADIUS + AROUND + 2).at(PageText.Anchor.MIDDLE));
  }

  private static String heading(final CoverageRow panel) {
    final CoverageSource source = panel.source();
    final String of = source.isRandom() ? "random directions of " + source.layer() : source.layer();
    return panel.kind().label() + ": " + of;
  }

  private static String words(final CoverageRow panel) {
    final AngularGaps gaps = panel.gaps();
    return String.format(
        Locale.ROOT,
        "%,d of %,d; largest gap %.1f\u00b0 (by chance %.1f\u00b0)",
        gaps.count(),
        panel.detectors().measured(),
        gaps.largest(),
        gaps.expected());
  }

  private static void drawHues(final PageCanvas canvas, final double x, final double y) {
    final int pieces = 72;
    for (int i = 0; i < pieces; i++) {
      final double from = FULL_TURN * i / pieces;
      canvas.stroke(
          arc(x, y, RADIUS + RING / 2, from, FULL_TURN / pieces + 1, Arc2D.OPEN),
          RING,
          Color.getHSBColor((float) i / pieces, 1, 1));
    }
  }

  private static Arc2D arc(
      final double x,
      final double y,
      final double radius,
      final double from,
      final double extent,
      final int type) {
    return new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, from, extent, type);
  }

  /** Shades the gap, as often as the period fits into a full turn. */
  private static void drawGap(
      final PageCanvas canvas, final AngularGaps gaps, final double x, final double y) {
    for (double turn = 0; turn < FULL_TURN; turn += gaps.period()) {
      final double from = Double.isNaN(gaps.from()) ? 0 : gaps.from();
      canvas.fill(arc(x, y, RADIUS, from + turn, gaps.largest(), Arc2D.PIE), GAP);
    }
  }

  private static void drawGrid(final PageCanvas canvas, final double x, final double y) {
    for (int part = 1; part <= 2; part++) {
      final double radius = RADIUS * part / 2;
      canvas.stroke(
          new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), Ink.HAIR, Ink.PALE);
    }
    for (int angle = 0; angle < FULL_TURN; angle += 2 * TICK) {
      final double right = Math.cos(Math.toRadians(angle));
      final double up = Math.sin(Math.toRadians(angle));
      canvas.text(
          Ink.note(
                  String.format(Locale.ROOT, "%d\u00b0", angle),
                  x + (RADIUS + AROUND * 0.65) * right,
                  y - (RADIUS + AROUND * 0.55) * up + Ink.NOTE / 3)
              .at(PageText.Anchor.MIDDLE));
    }
  }

  /** The length is 1 less the circular variance. */
  private static void drawSpoke(
      final PageCanvas canvas,
      final AngleDetector detector,
      final double period,
      final double x,
      final double y) {
    final double angle = detector.tuning().preferred();
    final double length = RADIUS * (1 - detector.tuning().circularVariance());
    final Color color = Color.getHSBColor((float) (angle / period), SATURATION, BRIGHT);
    for (double turn = 0; turn < FULL_TURN; turn += period) {
      final double radians = Math.toRadians(angle + turn);
      Ink.line(
          canvas,
          x,
          y,
          x + length * Math.cos(radians),
          y - length * Math.sin(radians),
          Ink.THIN,
          color);
    }
  }
}
