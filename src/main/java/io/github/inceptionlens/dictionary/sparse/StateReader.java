package io.github.inceptionlens.dictionary.sparse;

import io.github.inceptionlens.dictionary.autoencoder.AdamMoments;
import io.github.inceptionlens.dictionary.autoencoder.Autoencoder;
import java.util.Arrays;

/** Gives back what a {@link StateWriter} took down. */
record StateReader(TrainingState state) {

  int whole(final String name) {
    return Integer.parseInt(text(name));
  }

  double[] doubles(final String name) {
    return Arrays.stream(text(name).split(" "))
        .filter(one -> !one.isEmpty())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private String text(final String name) {
    final String text = state.texts().get(name);
    if (text == null) {
      throw new IllegalStateException("the state has no " + name);
    }
    return text;
  }

  float[] floats(final String name) {
    final float[] values = state.numbers().get(name);
    if (values == null) {
      throw new IllegalStateException("the state has no " + name);
    }
    return values;
  }

  void into(final String name, final float[] target) {
    final float[] values = floats(name);
    if (values.length != target.length) {
      throw new IllegalStateException("the state is another training's in " + name);
    }
    System.arraycopy(values, 0, target, 0, target.length);
  }

  void into(final String name, final AdamMoments moments) {
    into(name + ".means", moments.means());
    into(name + ".squares", moments.squares());
  }

  void into(final String name, final Autoencoder model) {
    into(name + ".encoder", model.encoder());
    into(name + ".bias", model.bias());
    into(name + ".decoder", model.decoder());
    into(name + ".center", model.center());
  }
}
