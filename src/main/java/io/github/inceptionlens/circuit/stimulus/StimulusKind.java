package io.github.inceptionlens.circuit.stimulus;

import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.ANGLE;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.CONTRAST;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.CURVATURE;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.FREQUENCY;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.HUE;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.PHASE;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.SIZE;

import io.github.inceptionlens.core.Choices;
import java.util.List;
import java.util.Locale;

/** What stimuli show. */
public enum StimulusKind {

  /** An arc through the middle, or the disc to its left. */
  CURVES("curves", 360, List.of(ANGLE, CURVATURE, SIZE, CONTRAST)),

  /** A straight border through the middle, the foreground to its left. */
  EDGES("edges", 360, List.of(ANGLE, SIZE, CONTRAST)),

  /** A straight bar about the middle. */
  BARS("bars", 180, List.of(ANGLE, SIZE, CONTRAST)),

  /** A sine wave, of which the angle is that of its stripes. */
  GRATINGS("gratings", 180, List.of(ANGLE, SIZE, CONTRAST, FREQUENCY, PHASE)),

  /**
   * Two legs from the middle, or what lies between; the angle is the direction of their opening.
   */
  CORNERS("corners", 360, List.of(ANGLE, SIZE, CONTRAST)),

  /** Two bars at right angles. */
  CROSSES("crosses", 90, List.of(ANGLE, SIZE, CONTRAST)),

  /** A disc of a hue on gray; the contrast is its saturation. */
  COLOR("color", 360, List.of(HUE, SIZE, CONTRAST)),

  /** As gratings, of many frequencies. */
  FREQUENCIES("frequency", 180, List.of(ANGLE, SIZE, CONTRAST, FREQUENCY, PHASE)),

  /** What is selected on the user's own image, turned and scaled. */
  ROI("roi", 360, List.of(ANGLE, SIZE, CONTRAST));

  private static final String QUARTERS = "0-270-90";
  private static final int STEPS = 24;

  private final String label;
  private final int period;
  private final List<StimulusParameter> parameters;

  StimulusKind(final String label, final int period, final List<StimulusParameter> parameters) {
    this.label = label;
    this.period = period;
    this.parameters = parameters;
  }

  /** The name in macros and tables. */
  public String label() {
    return label;
  }

  /**
   * After how many degrees a stimulus that is turned is the same again: 360 for those with a
   * direction, 180 for those with an orientation, 90 for crosses.
   */
  public int period() {
    return period;
  }

  /** What may vary, as slice labels and tables name it. */
  public List<StimulusParameter> parameters() {
    return parameters;
  }

  /**
   * The kind with a label, in any case.
   *
   * @throws io.github.inceptionlens.core.UserError when there is none
   */
  public static StimulusKind named(final String key, final String label) {
    return Choices.named(key, label, values(), StimulusKind::label);
  }

  /**
   * The values of a parameter where the user names none.
   *
   * @param side width and height of the picture
   */
  List<Double> usual(final StimulusParameter parameter, final int side) {
    return NumberList.parse(parameter.key(), usualText(parameter, side));
  }

  private String usualText(final StimulusParameter parameter, final int side) {
    return switch (parameter) {
      case ANGLE, HUE -> this == FREQUENCIES ? "0-135-45" : angles();
      case CURVATURE -> "0.01,0.02,0.04";
      case SIZE -> usualSize(side);
      case CONTRAST -> "1";
      case FREQUENCY -> this == FREQUENCIES ? "0.02,0.03,0.05,0.07,0.1,0.14,0.2,0.28" : "0.1";
      case PHASE -> QUARTERS;
    };
  }

  private String angles() {
    final double step = Math.min(15, (double) period / STEPS * 2);
    return String.format(
        Locale.ROOT, "0-%s-%s", NumberList.write(period - step), NumberList.write(step));
  }

  private String usualSize(final int side) {
    return switch (this) {
      case CURVES, BARS, CROSSES -> NumberList.write(Math.max(1, side / 2));
      case CORNERS -> NumberList.write(Math.max(1, side / 4));
      case ROI -> "1";
      default -> "0";
    };
  }
}
