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
   * @param pace times the usual learning rate
   */
  record Setting(SparseMethod method, double size, int k, int steps, double pace, long seed) {

    int entries(final int channels) {
      return (int) Math.round(size * channels);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s, size %sx, k %d, %space %s, seed %d",
          method.label(),
          plain(size),
          k,
          steps > 0 ? String.format(Locale.ROOT, "%,d steps, ", steps) : "",
          plain(pace),
          seed);
    }

    private static String plain(final double number) {
      return String.valueOf(number).replaceAll("\\.0$", "");
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
    return texts("method", "topk").map(SparseMethod::of).flatMap(this::sizes).toList();
  }

  private Stream<Setting> sizes(final SparseMethod method) {
    return texts("size", "4").map(Double::valueOf).flatMap(size -> numbers(method, size));
  }

  private Stream<Setting> numbers(final SparseMethod method, final double size) {
    return texts("k", "4").map(Integer::valueOf).flatMap(k -> lengths(method, size, k));
  }

  private Stream<Setting> lengths(final SparseMethod method, final double size, final int k) {
    return texts("steps", "0")
        .map(Integer::valueOf)
        .flatMap(
            steps ->
                texts("pace", "1")
                    .map(Double::valueOf)
                    .flatMap(
                        pace ->
                            texts("seed", "0")
                                .map(Long::valueOf)
                                .map(seed -> new Setting(method, size, k, steps, pace, seed))));
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
