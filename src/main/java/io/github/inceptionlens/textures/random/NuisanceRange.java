package io.github.inceptionlens.textures.random;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The one table of what varies from image to image independently of the class, and how far.
 *
 * <p>Intensities are parts of the detector's full scale.
 */
public enum NuisanceRange {
  SIZE("size of the structure", "× the class's own", 0.7, 1.6, Drawn.LOGARITHMICALLY),
  ORIENTATION("direction", "turns", 0, 1, Drawn.EVENLY),
  DENSITY("objects per area", "× the class's own", 0.6, 1.5, Drawn.LOGARITHMICALLY),
  BACKGROUND("background", "of full scale", 0.04, 0.35, Drawn.EVENLY),
  CONTRAST("structure minus background", "of full scale", 0.3, 0.6, Drawn.EVENLY),
  DARK_ON_BRIGHT("dark on bright", "probability", 0.5, 0.5, Drawn.BY_CHANCE),
  SHADE("gradation, of the middle tones", "of the structure's range", -0.2, 0.2, Drawn.EVENLY),
  COLOR(
      "gray, one fluorescent color, or two stains in bright field",
      "probability each",
      1 / 3.0,
      1 / 3.0,
      Drawn.BY_CHANCE),
  HUE("fluorescent color; pair of stains", "turns", 0, 1, Drawn.EVENLY),
  STAIN("optical density of the structure's stain at signal 0", "", 1.2, 2, Drawn.EVENLY),
  STAIN_COLOR(
      "shift of each stain's absorbance of red, green and blue",
      "of the optical density",
      -0.06,
      0.06,
      Drawn.EVENLY),
  COUNTERSTAIN(
      "optical density of the second stain, uneven by a third", "", 0.05, 0.3, Drawn.EVENLY),
  BLUR("Gaussian blur", "pixels (deviation)", 0.4, 1.2, Drawn.EVENLY),
  HAZE(
      "uneven background, 40 to 120 pixels wide",
      "of full scale (deviation)",
      0,
      0.05,
      Drawn.EVENLY),
  ILLUMINATION("fall of the illumination across the image", "of full scale", 0, 0.5, Drawn.EVENLY),
  PHOTONS("photons at full scale (Poisson noise)", "photons", 80, 2000, Drawn.LOGARITHMICALLY),
  READ_NOISE("Gaussian noise", "of full scale (deviation)", 0.005, 0.04, Drawn.EVENLY);

  private final String meaning;
  private final String unit;
  private final double low;
  private final double high;
  private final Drawn drawn;

  NuisanceRange(
      final String meaning,
      final String unit,
      final double low,
      final double high,
      final Drawn drawn) {
    this.meaning = meaning;
    this.unit = unit;
    this.low = low;
    this.high = high;
    this.drawn = drawn;
  }

  /** The lowest value. */
  public double low() {
    return low;
  }

  /** The highest value. */
  public double high() {
    return high;
  }

  public double draw(final SeededRandom dice) {
    final double t = dice.unit();
    return drawn == Drawn.LOGARITHMICALLY
        ? low * StrictMath.pow(high / low, t)
        : low + (high - low) * t;
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
    return String.join(" | ", "| " + meaning, text(low), text(high), unit, drawn.text + " |");
  }

  private static String text(final double value) {
    return BigDecimal.valueOf(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  private enum Drawn {
    EVENLY("evenly"),
    LOGARITHMICALLY("evenly in the logarithm"),
    BY_CHANCE("by chance");

    private final String text;

    Drawn(final String text) {
      this.text = text;
    }
  }
}
