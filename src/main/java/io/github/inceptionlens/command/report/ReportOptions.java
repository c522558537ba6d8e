package io.github.inceptionlens.command.report;

import io.github.inceptionlens.command.report.sheet.SheetDrawing;
import io.github.inceptionlens.core.UserError;
import java.util.List;

/**
 * How much stands on a page.
 *
 * @param count strongest crops, 1 to 9
 * @param quantiles of the values, at each of which a crop is shown; at most 9
 * @param facets further pictures of what the unit looks for, 0 to 4
 * @param connections of each direction, 0 to 6
 */
record ReportOptions(int count, List<Double> quantiles, int facets, int connections) {

  private static final int MOST_FACETS = 4;

  /** Refuses numbers out of range. */
  ReportOptions {
    quantiles = quantiles.stream().sorted().distinct().toList();
    check("count", count, 1, SheetDrawing.CROPS);
    check("facets", facets, 0, MOST_FACETS);
    check("connections", connections, 0, SheetDrawing.WIRES);
    if (quantiles.size() > SheetDrawing.ALONG) {
      throw new UserError(
          "quantiles has "
              + quantiles.size()
              + " numbers, but a page has room for "
              + SheetDrawing.ALONG);
    }
  }

  private static void check(final String key, final int value, final int least, final int most) {
    if (value < least || value > most) {
      throw new UserError(key + " is " + value + ", expected " + least + " to " + most);
    }
  }
}
