package io.github.inceptionlens.command.example;

import io.github.inceptionlens.activation.example.Example;

/**
 * An example as what it is one of.
 *
 * @param unit what the unit is called
 * @param kind {@code top}, {@code bottom} or {@code quantile:0.5}
 * @param rank from 1
 */
record UnitPlace(String unit, String kind, int rank, Example example) {

  static final String TOP = "top";
  static final String BOTTOM = "bottom";
  private static final String QUANTILE = "quantile:";

  static String quantile(final double part) {
    return QUANTILE + String.valueOf(part).replaceAll("\\.0$", "");
  }

  boolean isTop() {
    return kind.equals(TOP);
  }
}
