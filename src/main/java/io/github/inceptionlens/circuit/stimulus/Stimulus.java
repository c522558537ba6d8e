package io.github.inceptionlens.circuit.stimulus;

import io.github.inceptionlens.core.UserError;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one picture shows.
 *
 * @param values of each of the kind's parameters
 */
public record Stimulus(StimulusKind kind, Map<StimulusParameter, Double> values) {

  /** Copies the values; refuses one that is missing or cannot be. */
  public Stimulus {
    final Map<StimulusParameter, Double> copy = new EnumMap<>(StimulusParameter.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
    if (!values.keySet().containsAll(kind.parameters())) {
      throw new IllegalArgumentException(kind + " of " + values);
    }
    values.forEach(StimulusParameter::require);
    if (kind == StimulusKind.ROI && values.get(StimulusParameter.SIZE) == 0) {
      throw new UserError("sizes has 0, expected factors above 0 of what is selected");
    }
  }

  /** A parameter's value. */
  public double value(final StimulusParameter parameter) {
    return values.get(parameter);
  }

  /** The kind and each parameter with its value, as slices are labeled. */
  public String label() {
    return kind.label()
        + kind.parameters().stream()
            .map(one -> " " + one.word() + "=" + NumberList.write(value(one)))
            .collect(Collectors.joining());
  }

  /** What a slice's label says; nothing where it is not one of ours. */
  public static Optional<Stimulus> of(final String label) {
    final String[] words = String.valueOf(label).strip().split("\\s+");
    final Optional<StimulusKind> kind =
        Arrays.stream(StimulusKind.values())
            .filter(one -> one.label().equals(words[0]))
            .findFirst();
    final Map<StimulusParameter, Double> values = new EnumMap<>(StimulusParameter.class);
    for (int i = 1; i < words.length; i++) {
      final String[] parts = words[i].split("=", 2);
      final Optional<StimulusParameter> parameter = StimulusParameter.ofWord(parts[0]);
      if (parameter.isEmpty() || parts.length < 2) {
        return Optional.empty();
      }
      try {
        values.put(parameter.get(), Double.valueOf(parts[1]));
      } catch (final NumberFormatException e) {
        return Optional.empty();
      }
    }
    return kind.filter(one -> values.keySet().containsAll(one.parameters()))
        .flatMap(one -> made(one, values));
  }

  private static Optional<Stimulus> made(
      final StimulusKind kind, final Map<StimulusParameter, Double> values) {
    try {
      return Optional.of(new Stimulus(kind, values));
    } catch (final UserError e) {
      return Optional.empty();
    }
  }
}
