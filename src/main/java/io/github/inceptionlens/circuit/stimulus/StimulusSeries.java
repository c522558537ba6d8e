package io.github.inceptionlens.circuit.stimulus;

import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** All combinations of some values: the angle changes fastest. */
public final class StimulusSeries {

  /** How many stimuli a series may have. */
  public static final int MOST = 10_000;

  private StimulusSeries() {}

  /**
   * The stimuli of a kind.
   *
   * @param side width and height of the pictures, for usual sizes
   * @param values of some parameters; others have their usual ones, and such as the kind does not
   *     have do not count
   * @throws UserError when a value cannot be, or there are too many stimuli
   */
  public static List<Stimulus> of(
      final StimulusKind kind, final int side, final Map<StimulusParameter, List<Double>> values) {
    final Map<StimulusParameter, List<Double>> all = new EnumMap<>(StimulusParameter.class);
    for (final StimulusParameter one : kind.parameters()) {
      all.put(one, values.getOrDefault(one, kind.usual(one, side)));
    }
    requireFew(all);
    List<Map<StimulusParameter, Double>> made = List.of(Map.of());
    for (int i = kind.parameters().size() - 1; i >= 0; i--) {
      made = extended(made, kind.parameters().get(i), all.get(kind.parameters().get(i)));
    }
    return made.stream().map(one -> new Stimulus(kind, one)).toList();
  }

  private static List<Map<StimulusParameter, Double>> extended(
      final List<Map<StimulusParameter, Double>> made,
      final StimulusParameter parameter,
      final List<Double> values) {
    final List<Map<StimulusParameter, Double>> more = new ArrayList<>();
    for (final Map<StimulusParameter, Double> one : made) {
      for (final double value : values) {
        final Map<StimulusParameter, Double> extended = new EnumMap<>(StimulusParameter.class);
        extended.putAll(one);
        extended.put(parameter, value);
        more.add(extended);
      }
    }
    return more;
  }

  private static void requireFew(final Map<StimulusParameter, List<Double>> all) {
    double count = 1;
    for (final List<Double> values : all.values()) {
      count *= values.size();
    }
    if (count > MOST) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "these are %,.0f stimuli (%s), expected %,d at most: shorten a list",
              count,
              all.entrySet().stream()
                  .map(one -> one.getValue().size() + " " + one.getKey().key())
                  .collect(Collectors.joining(" x ")),
              MOST));
    }
  }
}
