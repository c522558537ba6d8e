package io.github.inceptionlens.evaluation;

import io.github.inceptionlens.evaluation.measure.GroundTruth;
import java.util.List;
import java.util.Locale;

/** How well a map agrees with a mask that is known to be true, beside the controls. */
public final class GroundTruthFigures {

  private static final double TOLERANCE = 15;
  private static final String CONSTANT = "the map is constant, so none of its values is the larger";

  private GroundTruthFigures() {}

  /**
   * The figures of {@link GroundTruth}.
   *
   * @param mask one value per pixel of the picture, row by row
   */
  public static Findings of(final MapUnderTest tested, final boolean[] mask) {
    final ControlledValue<float[]> maps = ControlledValue.maps(tested);
    return new Findings(
        List.of(
            Figure.of(
                    "Pointing game",
                    maps,
                    map -> GroundTruth.pointingGame(map, mask, tested.width(), TOLERANCE),
                    "1: the largest value lies in the mask or within 15 pixels of it, 0: it does not")
                .undefinedFor(CONSTANT),
            Figure.of(
                    "Mass accuracy",
                    maps,
                    map -> GroundTruth.massAccuracy(map, mask),
                    chance("part of the positive values that lie in the mask", mask))
                .undefinedFor("the map has no positive value"),
            Figure.of(
                    "Rank accuracy",
                    maps,
                    map -> GroundTruth.rankAccuracy(map, mask),
                    chance("part of the mask's number of largest values that lie in it", mask))
                .undefinedFor(CONSTANT),
            Figure.of(
                    "Area under ROC",
                    maps,
                    map -> GroundTruth.areaUnderRoc(map, mask),
                    "high is good; 0.5 by chance")
                .undefinedFor(CONSTANT)),
        List.of());
  }

  private static String chance(final String what, final boolean[] mask) {
    int count = 0;
    for (final boolean in : mask) {
      count += in ? 1 : 0;
    }
    return String.format(
        Locale.ROOT, "high is good; %s; %.2f by chance", what, (double) count / mask.length);
  }
}
