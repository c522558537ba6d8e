package io.github.inceptionlens.dictionary.truth;

import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.dictionary.autoencoder.SparseMethod;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@link StructuresTable} is asked for, such as {@code size=4 k=4}: numbers of scenes, and
 * settings of dictionaries, of which most keys take several values, as in {@code k=8,16,32}.
 */
record TruthOptions(Map<String, String> given) {

  /**
   * How a dictionary is learned.
   *
   * @param size times the channels
   * @param k active latents
   * @param steps updates; 0 for the usual number
   */
  record Setting(SparseMethod method, double size, int k, int steps, long seed) {

    int entries(final int channels) {
      return (int) Math.round(size * channels);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s, size %sx, k %d, seed %d",
          method.label(),
          String.valueOf(size).replaceAll("\\.0$", ""),
          k,
          seed);
    }
  }

  static TruthOptions of(final String... arguments) {
    final Map<String, String> given = new HashMap<>();
    for (final String argument : String.join(" ", arguments).strip().split("\\s+")) {
      final String[] parts = argument.split("=", 2);
      given.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return new TruthOptions(given);
  }

  private String text(final String key, final String usual) {
    return given.getOrDefault(key, usual);
  }

  private int number(final String key, final int usual) {
    return Integer.parseInt(text(key, String.valueOf(usual)));
  }

  private Stream<String> texts(final String key, final String usual) {
    return Arrays.stream(text(key, usual).split(","));
  }

  /** Every combination of what is asked for. */
  List<Setting> settings() {
    final int steps = number("steps", 0);
    return texts("method", "topk")
        .map(SparseMethod::of)
        .flatMap(
            method ->
                texts("size", "4")
                    .map(Double::valueOf)
                    .flatMap(size -> settings(method, size, steps)))
        .toList();
  }

  private Stream<Setting> settings(final SparseMethod method, final double size, final int steps) {
    return texts("k", "4")
        .map(Integer::valueOf)
        .flatMap(
            k ->
                texts("seed", "0")
                    .map(seed -> new Setting(method, size, k, steps, Long.parseLong(seed))));
  }

  String layer() {
    return text("layer", "mixed4c");
  }

  /** Scenes that are learned from. */
  int learned() {
    return number("learned", 1_500);
  }

  /** Scenes of either half. */
  int scenes() {
    return number("scenes", 400);
  }

  /** Pixels of a scene's side. */
  int side() {
    return number("side", 224);
  }

  /** Which places of the scenes are learned from. */
  SampleFrom from() {
    return SampleFrom.of(text("from", "all"));
  }

  /** How many of each scene, where they are not all. */
  int perPicture() {
    return number("per_picture", 64);
  }
}
