package io.github.inceptionlens.circuit.tuning;

import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.core.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the pictures of a series show, and how responses to them become curves.
 *
 * @param values of the parameters of each picture, the same parameters of all
 * @param period after how many degrees angles are the same again
 */
public record StimulusSet(List<Map<StimulusParameter, Double>> values, double period) {

  /** Copies the list. */
  public StimulusSet {
    values = List.copyOf(values);
  }

  /** The parameters that all pictures have. */
  public List<StimulusParameter> parameters() {
    return Arrays.stream(StimulusParameter.values())
        .filter(one -> values.stream().allMatch(picture -> picture.containsKey(one)))
        .toList();
  }

  /** Those that differ from picture to picture. */
  public List<StimulusParameter> varied() {
    return parameters().stream()
        .filter(one -> values.stream().map(picture -> picture.get(one)).distinct().count() > 1)
        .toList();
  }

  /** The angle or hue, where it differs. */
  public Optional<StimulusParameter> circular() {
    return varied().stream()
        .filter(one -> one == StimulusParameter.ANGLE || one == StimulusParameter.HUE)
        .findFirst();
  }

  /** The others that differ, but for the phase, which is averaged where anything else differs. */
  public List<StimulusParameter> linear() {
    final List<StimulusParameter> all =
        varied().stream().filter(one -> circular().filter(one::equals).isEmpty()).toList();
    return all.size() == 1 && circular().isEmpty()
        ? all
        : all.stream().filter(one -> one != StimulusParameter.PHASE).toList();
  }

  /**
   * Refuses pictures of which none differs from another.
   *
   * @throws UserError with what there is
   */
  public void requireVaried() {
    if (varied().isEmpty()) {
      throw new UserError(
          "the pictures do not differ in any of "
              + Stream.of(StimulusParameter.values())
                  .map(StimulusParameter::heading)
                  .collect(Collectors.joining(", "))
              + ": make some that do (Make Stimuli...)");
    }
  }

  /**
   * The curve over the angle: at each the mean, over all else that differs, of the responses above
   * 0, of which the others count 0.
   *
   * @param responses one per picture
   */
  public Optional<CircularCurve> circularCurve(final double[] responses) {
    return circular()
        .map(
            angle ->
                CircularCurve.of(
                    values.stream().mapToDouble(one -> one.get(angle)).toArray(),
                    Arrays.stream(responses).map(one -> Math.max(0, one)).toArray(),
                    period));
  }

  /**
   * The curve over another parameter: at each value the mean over all else that differs, but at the
   * angle of the largest response alone.
   *
   * @param responses one per picture
   */
  public ResponseCurve curve(final StimulusParameter parameter, final double[] responses) {
    final IntPredicate counts = atPreferred(responses);
    final Map<Double, Double> means =
        IntStream.range(0, responses.length)
            .filter(counts)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> values.get(i).get(parameter),
                    TreeMap::new,
                    Collectors.averagingDouble(i -> responses[i])));
    return new ResponseCurve(
        means.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
        means.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private IntPredicate atPreferred(final double[] responses) {
    final Optional<CircularCurve> curve = circularCurve(responses);
    if (curve.isEmpty()) {
      return i -> true;
    }
    final double preferred = curve.get().angles()[curve.get().largest()];
    final StimulusParameter angle = circular().orElseThrow();
    return i -> CircularCurve.within(values.get(i).get(angle), period) == preferred;
  }
}
