package io.github.inceptionlens.dictionary.sparse;

import io.github.inceptionlens.dictionary.autoencoder.AdamMoments;
import io.github.inceptionlens.dictionary.autoencoder.Autoencoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes down copies of a training's numbers by name. */
final class StateWriter {

  private final Map<String, float[]> numbers = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  void put(final String name, final int value) {
    texts.put(name, String.valueOf(value));
  }

  void put(final String name, final double... values) {
    texts.put(
        name, Arrays.stream(values).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
  }

  void put(final String name, final float[] values) {
    numbers.put(name, values.clone());
  }

  void put(final String name, final Autoencoder model) {
    put(name + ".encoder", model.encoder());
    put(name + ".bias", model.bias());
    put(name + ".decoder", model.decoder());
    put(name + ".center", model.center());
  }

  void put(final String name, final AdamMoments moments) {
    put(name + ".means", moments.means());
    put(name + ".squares", moments.squares());
  }

  TrainingState state() {
    return new TrainingState(numbers, texts);
  }
}
