package io.github.inceptionlens.circuit.stimulus;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may vary from one stimulus to another. */
public enum StimulusParameter {

  /** In degrees, counterclockwise from the x axis. */
  ANGLE("Angle", "angles", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),

  /** Of a color in degrees: 0 is red, 120 green, 240 blue. */
  HUE("Hue", "angles", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),

  /** One by the radius in pixels; 0 for a straight line. */
  CURVATURE("Curvature", "curvatures", 0, 1),

  /** In pixels; 0 for all of the picture. Of a user's own patch times its size. */
  SIZE("Size", "sizes", 0, 8192),

  /** The part of the way from the background to the foreground. */
  CONTRAST("Contrast", "contrasts", 0, 1),

  /** In cycles per pixel. */
  FREQUENCY("Frequency", "frequencies", 0, 0.5),

  /** In degrees. */
  PHASE("Phase", "phases", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private final String heading;
  private final String key;
  private final double least;
  private final double most;

  StimulusParameter(final String heading, final String key, final double least, final double most) {
    this.heading = heading;
    this.key = key;
    this.least = least;
    this.most = most;
  }

  /** The column of tables. */
  public String heading() {
    return heading;
  }

  /** The key of a command that lists its values. */
  public String key() {
    return key;
  }

  /** The word in slice labels. */
  String word() {
    return heading.toLowerCase(Locale.ROOT);
  }

  /** Whether it goes round. */
  public boolean isCircular() {
    return this == ANGLE || this == HUE || this == PHASE;
  }

  /**
   * The parameter with a heading, in any case.
   *
   * @throws UserError when there is none
   */
  public static StimulusParameter named(final String key, final String heading) {
    return Choices.named(key, heading, values(), StimulusParameter::heading);
  }

  /** The parameter that stands in a slice's label by a word. */
  static Optional<StimulusParameter> ofWord(final String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /**
   * Refuses a value that it cannot have.
   *
   * @throws UserError with the key and the range
   */
  void require(final double value) {
    if (!(value >= least && value <= most && Double.isFinite(value))) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s has %s, expected %s",
              key,
              NumberList.write(value),
              Double.isInfinite(least)
                  ? "angles in degrees"
                  : String.format(
                      Locale.ROOT,
                      "numbers from %s to %s",
                      NumberList.write(least),
                      NumberList.write(most))));
    }
  }
}
