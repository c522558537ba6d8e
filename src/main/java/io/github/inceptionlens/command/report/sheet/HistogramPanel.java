package io.github.inceptionlens.command.report.sheet;

import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.page.PageCanvas;
import io.github.inceptionlens.command.page.PageText.Anchor;
import io.github.inceptionlens.command.report.sheet.ValueCounts.Mark;
import io.github.inceptionlens.core.Scale;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** How often values of each size were seen, on a logarithmic axis, with marked values. */
final class HistogramPanel {

  private static final double MARKS = 13;
  private static final double TICKS = 9;
  private static final double TICK = 2;
  private static final double COUNTS = 26;
  private static final int MOST_TICKS = 6;
  private static final int MOST_DECADES = 5;

  private final ValueCounts values;
  private final Rectangle2D plot;
  private final Scale x;
  private final Scale y;
  private final int decades;

  /**
   * @param room for the plot with its axes
   */
  HistogramPanel(final ValueCounts values, final Rectangle2D room) {
    this.values = values;
    plot =
        Ink.box(
            room.getX() + COUNTS,
            room.getY() + MARKS,
            room.getWidth() - COUNTS,
            room.getHeight() - MARKS - 2 * TICKS);
    final long most = values.counts().stream().mapToLong(Long::longValue).max().orElse(1);
    decades = Math.max(1, (int) Math.ceil(Math.log10(Math.max(most, 2))));
    x = new Scale(values.least(), values.largest(), plot.getMinX(), plot.getMaxX());
    y = new Scale(0, decades, plot.getMaxY(), plot.getMinY());
  }

  void draw(final PageCanvas canvas) {
    drawBars(canvas);
    drawCounts(canvas);
    drawValues(canvas);
    drawMarks(canvas);
  }

  private void drawBars(final PageCanvas canvas) {
    final Path2D below = new Path2D.Double();
    final Path2D above = new Path2D.Double();
    for (int i = 0; i < values.counts().size(); i++) {
      final long count = values.counts().get(i);
      final double low = values.least() + i * values.width();
      if (count > 0) {
        final double top = y.at(Math.max(0.02 * decades, Math.log10(count)));
        final double left = x.at(low);
        (low + values.width() / 2 > 0 ? above : below)
            .append(
                Ink.box(left, top, x.at(low + values.width()) - left, plot.getMaxY() - top), false);
      }
    }
    fill(canvas, below, Ink.PALE);
    fill(canvas, above, Ink.GRAY);
  }

  private static void fill(final PageCanvas canvas, final Path2D bars, final Color color) {
    if (bars.getCurrentPoint() != null) {
      canvas.fill(bars, color);
    }
  }

  private void drawCounts(final PageCanvas canvas) {
    final int step = 1 + decades / (MOST_DECADES + 1);
    for (int decade = 0; decade <= decades; decade += step) {
      final double at = y.at(decade);
      Ink.line(canvas, plot.getMinX() - TICK, at, plot.getMinX(), at, Ink.HAIR, Ink.BLACK);
      canvas.text(Ink.note(power(decade), plot.getMinX() - 2 * TICK, at + TICK).at(Anchor.END));
    }
    Ink.line(
        canvas,
        plot.getMinX(),
        plot.getMinY(),
        plot.getMinX(),
        plot.getMaxY(),
        Ink.HAIR,
        Ink.BLACK);
    canvas.text(
        Ink.note("places", plot.getMinX() - COUNTS + Ink.NOTE, plot.getCenterY())
            .at(Anchor.MIDDLE)
            .turned());
  }

  private static String power(final int decade) {
    return switch (decade) {
      case 0, 1, 2, 3 -> Scale.text(Math.pow(10, decade));
      default -> "10" + superscript(decade);
    };
  }

  private static String superscript(final int number) {
    final String digits = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    final StringBuilder raised = new StringBuilder();
    String.valueOf(number).chars().forEach(digit -> raised.append(digits.charAt(digit - '0')));
    return raised.toString();
  }

  private void drawValues(final PageCanvas canvas) {
    Ink.line(
        canvas,
        plot.getMinX(),
        plot.getMaxY(),
        plot.getMaxX(),
        plot.getMaxY(),
        Ink.HAIR,
        Ink.BLACK);
    for (final double tick : x.ticks(MOST_TICKS)) {
      final double at = x.at(tick);
      Ink.line(canvas, at, plot.getMaxY(), at, plot.getMaxY() + TICK, Ink.HAIR, Ink.BLACK);
      canvas.text(Ink.note(Scale.text(tick), at, plot.getMaxY() + TICKS).at(Anchor.MIDDLE));
    }
    canvas.text(
        Ink.note(values.axis(), plot.getCenterX(), plot.getMaxY() + 2 * TICKS - 1)
            .at(Anchor.MIDDLE));
  }

  private void drawMarks(final PageCanvas canvas) {
    final List<Mark> marks = values.marks();
    final double[] wanted = marks.stream().mapToDouble(mark -> x.at(mark.value())).toArray();
    final double[] widths =
        marks.stream().mapToDouble(mark -> Ink.note(mark.name(), 0, 0).length() + 3).toArray();
    final double[] names = apart(wanted, widths, plot.getMinX() - COUNTS, plot.getMaxX());
    for (int i = 0; i < wanted.length; i++) {
      final Path2D leader = new Path2D.Double();
      leader.moveTo(names[i], plot.getMinY() - MARKS + Ink.NOTE + 1.5);
      leader.lineTo(wanted[i], plot.getMinY());
      leader.lineTo(wanted[i], plot.getMaxY());
      canvas.stroke(leader, Ink.HAIR, Ink.ABOVE);
      canvas.text(
          Ink.note(marks.get(i).name(), names[i], plot.getMinY() - MARKS + Ink.NOTE)
              .in(Ink.ABOVE)
              .at(Anchor.MIDDLE));
    }
  }

  /**
   * Centers of names as near as possible to the wanted ones, such that none overlaps another.
   *
   * @param wanted ascending
   * @param widths of the names
   */
  static double[] apart(
      final double[] wanted, final double[] widths, final double low, final double high) {
    final double[] centers = wanted.clone();
    double free = low;
    for (int i = 0; i < centers.length; i++) {
      centers[i] = Math.max(centers[i], free + widths[i] / 2);
      free = centers[i] + widths[i] / 2;
    }
    double end = high;
    for (int i = centers.length - 1; i >= 0; i--) {
      centers[i] = Math.min(centers[i], end - widths[i] / 2);
      end = centers[i] - widths[i] / 2;
    }
    return centers;
  }
}
