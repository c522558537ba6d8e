package io.github.inceptionlens.command.evidence;

import io.github.inceptionlens.image.result.PicturePairs;
import io.github.inceptionlens.reading.Side;
import java.util.List;
import java.util.Optional;

/** Who says which of two pictures drives a unit more: a person at a window, or a macro. */
@FunctionalInterface
interface TwoAlternativeObserver {

  /**
   * An answer.
   *
   * @param side which picture drives the unit more
   * @param seconds how long it took; NaN where nobody knows
   */
  record Answer(Side side, double seconds) {}

  /** The answers, one per pair; nothing for a pair that was not answered. */
  List<Optional<Answer>> answers(PicturePairs pairs);

  /** One whose answers are known already. */
  static TwoAlternativeObserver saying(final List<Optional<Side>> sides) {
    return pairs ->
        sides.stream().map(side -> side.map(one -> new Answer(one, Double.NaN))).toList();
  }
}
