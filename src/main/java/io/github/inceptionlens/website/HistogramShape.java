package io.github.inceptionlens.website;

import io.github.inceptionlens.core.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A histogram's lines on a page, on a logarithmic axis of counts.
 *
 * @param below the bars of values up to 0, as an SVG path
 * @param above the bars of values above 0
 * @param values marks on the axis of values
 * @param counts marks on the axis of counts
 * @param quantiles marked values
 * @param words the same for those who cannot see it
 */
public record HistogramShape(
    String below,
    String above,
    List<AxisMark> values,
    List<AxisMark> counts,
    List<AxisMark> quantiles,
    String words) {

  /** Where the axes are, and how large the drawing is. */
  static final Frame FRAME = new Frame(56, 496, 26, 190, 520, 232);

  private static final double LEFT = FRAME.left;
  private static final double RIGHT = FRAME.right;
  private static final double TOP = FRAME.top;
  private static final double BOTTOM = FRAME.bottom;

  private static final int MOST_TICKS = 6;
  private static final double LEAST_HEIGHT = 2;
  private static final double NAME = 40;

  /** Where the axes are, and how large the drawing is. */
  public record Frame(int left, int right, int top, int bottom, int width, int height) {}

  /**
   * A mark with a name.
   *
   * @param at where on its axis
   * @param name may be empty
   */
  public record AxisMark(String at, String name) {}

  static HistogramShape of(final UnitFigures figures) {
    final long most = figures.bins().stream().mapToLong(Long::longValue).max().orElse(1);
    final int decades = Math.max(1, (int) Math.ceil(Math.log10(Math.max(most, 2))));
    final double high =
        figures.largest() > figures.least() ? figures.largest() : 1 + figures.least();
    final Scale x = new Scale(figures.least(), high, LEFT, RIGHT);
    final Scale y = new Scale(0, decades, BOTTOM, TOP);
    return new HistogramShape(
        bars(figures, x, y, false),
        bars(figures, x, y, true),
        x.ticks(MOST_TICKS).stream().map(tick -> mark(x, tick, Scale.text(tick))).toList(),
        counts(y, decades),
        quantiles(figures.quantiles(), x),
        words(figures));
  }

  private static AxisMark mark(final Scale axis, final double value, final String name) {
    return new AxisMark(at(axis.at(value)), name);
  }

  private static String at(final double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }

  private static String bars(
      final UnitFigures figures, final Scale x, final Scale y, final boolean above) {
    final StringBuilder path = new StringBuilder();
    for (int i = 0; i < figures.bins().size(); i++) {
      final double middle = (figures.edge(i) + figures.edge(i + 1)) / 2;
      if (figures.bins().get(i) > 0 && middle > 0 == above) {
        final double top = Math.min(y.at(Math.log10(figures.bins().get(i))), BOTTOM - LEAST_HEIGHT);
        path.append(
            String.format(
                Locale.ROOT,
                "M%.1f %.1fV%.1fH%.1fV%.1fz",
                x.at(figures.edge(i)),
                BOTTOM,
                top,
                x.at(figures.edge(i + 1)),
                BOTTOM));
      }
    }
    return path.toString();
  }

  private static List<AxisMark> counts(final Scale y, final int decades) {
    final List<AxisMark> marks = new ArrayList<>();
    final int step = 1 + decades / MOST_TICKS;
    for (int decade = 0; decade <= decades; decade += step) {
      marks.add(mark(y, decade, Scale.text(Math.pow(10, decade))));
    }
    return marks;
  }

  /** Names stand where they do not overlap, the larger values' first. */
  private static List<AxisMark> quantiles(final Map<Double, Double> values, final Scale x) {
    final List<AxisMark> marks = new ArrayList<>();
    double free = RIGHT + NAME;
    for (final Map.Entry<Double, Double> one :
        values.entrySet().stream()
            .sorted(Map.Entry.<Double, Double>comparingByKey().reversed())
            .toList()) {
      final double at = x.at(one.getValue());
      final boolean fits = at <= free - NAME;
      marks.add(new AxisMark(at(at), fits ? SiteWords.percent(one.getKey()) : ""));
      free = fits ? at : free;
    }
    return marks;
  }

  private static String words(final UnitFigures figures) {
    return String.format(
        Locale.ROOT,
        "Histogram of %,d values from %s to %s; %s of them are above 0",
        figures.positions(),
        SiteWords.value(figures.least()),
        SiteWords.value(figures.largest()),
        SiteWords.percent(figures.active()));
  }
}
