package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.core.RankMeasures;
import java.util.Optional;

/**
 * A unit, its negation, or two of them together that tell something from the rest.
 *
 * @param unit what it is, such as {@code mixed4c:12 and not mixed4c:40}
 * @param told how well it tells, measured on other pictures than those on which it was chosen
 * @param permuted the same area under ROC of what the same search finds in the same rank where
 *     regions or labels say nothing, the mean of several permutations; NaN where there is none
 * @param chosen the area under ROC on the pictures on which it was chosen
 * @param example where it is largest of what it tells; nothing where that is not known
 */
public record FoundUnit(
    String unit, RankMeasures told, double permuted, double chosen, Optional<Example> example) {

  /**
   * A place that a row leads to.
   *
   * @param x column of the image in pixels; NaN for the picture as a whole
   * @param y row of the image in pixels
   */
  public record Example(PictureId picture, double x, double y) {}
}
