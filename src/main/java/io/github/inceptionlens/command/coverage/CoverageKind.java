package io.github.inceptionlens.command.coverage;

import io.github.inceptionlens.circuit.stimulus.StimulusKind;
import io.github.inceptionlens.circuit.stimulus.StimulusLook;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.circuit.stimulus.StimulusSeries;
import io.github.inceptionlens.command.tuning.ShownStimuli;
import io.github.inceptionlens.core.Choices;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Of what the angles are that detectors prefer. */
enum CoverageKind {

  /** Lines that bend, each about its middle. */
  CURVES("curves", StimulusKind.CURVES, 360),

  /** Straight borders, whichever side is the brighter one. */
  EDGES("edges", StimulusKind.EDGES, 180),

  /** Hues. */
  COLORS("colors", StimulusKind.COLOR, 360);

  /** Stands for all of them. */
  static final String ALL = "all";

  private static final double SMALL_DISC = 0.25;

  private final String label;
  private final StimulusKind stimuli;
  private final double period;

  CoverageKind(final String label, final StimulusKind stimuli, final double period) {
    this.label = label;
    this.stimuli = stimuli;
    this.period = period;
  }

  /** What users call it. */
  String label() {
    return label;
  }

  /** After how many degrees angles are the same again. */
  double period() {
    return period;
  }

  /** Whether angles are hues. */
  boolean isHue() {
    return this == COLORS;
  }

  /**
   * Those that a text names: one of them, or all.
   *
   * @throws io.github.inceptionlens.core.UserError when it names none
   */
  static List<CoverageKind> named(final String key, final String text) {
    final List<String> labels =
        Stream.concat(Stream.of(ALL), Arrays.stream(values()).map(CoverageKind::label)).toList();
    final String chosen = Choices.named(key, text, labels, one -> one);
    return Arrays.stream(values())
        .filter(kind -> chosen.equals(ALL) || chosen.equals(kind.label))
        .toList();
  }

  /**
   * The stimuli: of curves at all curvatures, of colors on all of the picture and on a disc.
   *
   * @param angles in degrees; of colors the hues
   */
  ShownStimuli shown(
      final StimulusLook look, final List<Double> angles, final List<Double> curvatures) {
    final Map<StimulusParameter, List<Double>> varied = new EnumMap<>(StimulusParameter.class);
    varied.put(isHue() ? StimulusParameter.HUE : StimulusParameter.ANGLE, angles);
    if (this == CURVES) {
      varied.put(StimulusParameter.CURVATURE, curvatures);
    } else if (isHue()) {
      varied.put(StimulusParameter.SIZE, List.of(0.0, SMALL_DISC * look.side()));
    }
    return ShownStimuli.drawn(label, StimulusSeries.of(stimuli, look.side(), varied), look)
        .withPeriod(period);
  }
}
