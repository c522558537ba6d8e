package io.github.inceptionlens.activation.example;

/**
 * A place among those that were seen.
 *
 * @param picture its number among the pictures
 * @param place the index of the position
 * @param before what ranks it
 * @param value what the network gives there
 */
record RankedPlace(int picture, int place, float before, float value) {

  /** The same where the pictures' numbers grow. */
  RankedPlace shifted(final int more) {
    return new RankedPlace(picture + more, place, before, value);
  }
}
