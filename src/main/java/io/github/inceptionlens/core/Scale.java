package io.github.inceptionlens.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis of a plot.
 *
 * @param low the value at its begin
 * @param high the value at its end, above
 * @param begin where on the page
 * @param end where on the page
 */
public record Scale(double low, double high, double begin, double end) {

  private static final double[] STEPS = {1, 2, 5, 10};

  /** Where on the page a value is. */
  public double at(final double value) {
    return begin + (value - low) / (high - low) * (end - begin);
  }

  /** Round values on it, of which there are at most so many. */
  public List<Double> ticks(final int most) {
    final double decade = Math.pow(10, Math.floor(Math.log10((high - low) / most)));
    double step = decade;
    for (int i = 0; (high - low) / step > most; i++) {
      step = decade * STEPS[i % STEPS.length];
    }
    final List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A value as an axis has it. */
  public static String text(final double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e6) {
      return String.format(Locale.ROOT, "%,d", (long) value).replace('-', '\u2212');
    }
    return String.format(Locale.ROOT, "%.3g", value)
        .replaceAll("(\\.\\d*?)0+$", "$1")
        .replaceAll("\\.$", "")
        .replace('-', '\u2212');
  }
}
