package io.github.inceptionlens.textures;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The one table of what varies from image to image independently of the class, and how far. Numbers
 * are drawn evenly from their range, or evenly in their logarithm.
 *
 * <p>Intensities are parts of the detector's full scale.
 */
public enum NuisanceRange {
  SIZE("size of the structure", "× the class's own", 0.75, 1.5, true),
  ORIENTATION("direction", "turns", 0, 1, false),
  DENSITY("objects per area", "× the class's own", 0.7, 1.4, true),
  BACKGROUND("background", "of full scale", 0.04, 0.35, false),
  CONTRAST("structure minus background", "of full scale", 0.25, 0.6, false),
  DARK_ON_BRIGHT("dark on bright", "probability", 0.5, 0.5, false),
  SHADE("gradation, of the middle tones", "of the structure's range", -0.12, 0.12, false),
  COLOUR(
      "gray, one fluorescent colour, or two stains in bright field",
      "probability each",
      1 / 3.0,
      1 / 3.0,
      false),
  HUE("fluorescent colour; variation of the stains", "turns", 0, 1, false),
  COUNTERSTAIN("optical density of the second stain", "", 0.05, 0.35, false),
  BLUR("Gaussian blur", "pixels (deviation)", 0.4, 1.2, false),
  HAZE("uneven background, 40 to 120 pixels wide", "of full scale (deviation)", 0, 0.06, false),
  ILLUMINATION("fall of the illumination across the image", "of full scale", 0, 0.4, false),
  PHOTONS("photons at full scale (Poisson noise)", "photons", 80, 2000, true),
  READ_NOISE("Gaussian noise", "of full scale (deviation)", 0.005, 0.04, false);

  private final String meaning;
  private final String unit;
  private final double low;
  private final double high;
  private final boolean logarithmic;

  NuisanceRange(
      final String meaning,
      final String unit,
      final double low,
      final double high,
      final boolean logarithmic) {
    this.meaning = meaning;
    this.unit = unit;
    this.low = low;
    this.high = high;
    this.logarithmic = logarithmic;
  }

  /** The lowest value. */
  public double low() {
    return low;
  }

  /** The highest value. */
  public double high() {
    return high;
  }

  double draw(final Dice dice) {
    final double t = dice.unit();
    return logarithmic ? low * StrictMath.pow(high / low, t) : low + (high - low) * t;
  }

  /** The table in Markdown, as the model card quotes it. */
  public static String markdown() {
    return Arrays.stream(values())
        .map(NuisanceRange::row)
        .collect(
            Collectors.joining(
                "\n",
                "| varies | from | to | unit | drawn |\n| --- | --- | --- | --- | --- |\n",
                "\n"));
  }

  private String row() {
    return String.format(
        java.util.Locale.ROOT,
        "| %s | %.3g | %.3g | %s | %s |",
        meaning,
        low,
        high,
        unit,
        low == high ? "yes or no" : logarithmic ? "evenly in the logarithm" : "evenly");
  }
}
