package io.github.inceptionlens.activation.statistics;

import io.github.inceptionlens.core.RankMeasures;

/**
 * How well a unit's means tell a label from all others on pictures on which the label was not
 * chosen.
 *
 * @param label empty where there is none
 * @param told NaN where the pictures lack that label, or any other
 */
public record HeldOutLabel(String label, RankMeasures told) {

  /** There is no label. */
  static final HeldOutLabel NONE =
      new HeldOutLabel("", new RankMeasures(Double.NaN, Double.NaN, Double.NaN));
}
