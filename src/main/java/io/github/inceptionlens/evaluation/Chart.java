package io.github.inceptionlens.evaluation;

import java.util.List;

/**
 * What is to be drawn as curves.
 *
 * @param title what it shows
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param ticks names of the places 0, 1, 2 ... of the horizontal axis; empty where it has numbers
 * @param series the curves
 */
public record Chart(String title, String x, String y, List<String> ticks, List<Series> series) {

  /** Copies the lists. */
  public Chart {
    ticks = List.copyOf(ticks);
    series = List.copyOf(series);
  }

  /**
   * A curve.
   *
   * @param name for the legend
   * @param x places
   * @param y values, NaN where there is none
   */
  public record Series(String name, double[] x, double[] y) {}
}
