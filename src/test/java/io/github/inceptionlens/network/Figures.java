package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;

/** Compares figures with those of a golden file. */
final class Figures {

  private Figures() {}

  /** Differences are measured by the largest value. */
  static void close(
      final String what,
      final List<Double> actual,
      final JsonElement golden,
      final double tolerance) {
    final List<Double> expected = numbers(golden);
    final double scale = expected.stream().mapToDouble(Math::abs).max().orElseThrow();
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i))
          .as(what + " " + i)
          .isCloseTo(expected.get(i), within(tolerance * scale));
    }
  }

  static List<Double> numbers(final JsonElement json) {
    final JsonArray array = json.isJsonArray() ? json.getAsJsonArray() : new JsonArray();
    if (!json.isJsonArray()) {
      array.add(json);
    }
    return array.asList().stream().map(JsonElement::getAsDouble).toList();
  }

  static List<Double> list(final float[] values) {
    final List<Double> list = new ArrayList<>();
    for (final float value : values) {
      list.add((double) value);
    }
    return list;
  }

  /** Compares where the golden is a number: elsewhere a rectifier or a pool is near a tie. */
  static void compareStable(
      final String what,
      final List<Double> actual,
      final JsonArray golden,
      final double tolerance) {
    assertThat(actual).hasSize(golden.size());
    final List<Double> compared = new ArrayList<>();
    final JsonArray expected = new JsonArray();
    for (int i = 0; i < actual.size(); i++) {
      if (!golden.get(i).isJsonNull()) {
        compared.add(actual.get(i));
        expected.add(golden.get(i));
      }
    }
    assertThat(compared).as(what).hasSizeGreaterThan(golden.size() / 2);
    close(what, compared, expected, tolerance);
  }
}
