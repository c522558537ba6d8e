package io.github.inceptionlens.ij1;

import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.weights.dictionary.DictionaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Files of dictionaries of the bundled network whose k-th entry is the k-th unit vector, so that an
 * entry is a channel of the layer.
 */
final class IdentityDictionaries {

  /** Of mixed4c, as it is after the rectifier. */
  static final String AFTER = "id_after";

  /** Of mixed4c before the rectifier, with one of its own. */
  static final String BEFORE = "id_before";

  /** As {@link #BEFORE}, of conv2d0, on which work is quick. */
  static final String EARLY = "id_early";

  private static final Map<String, String> LAYERS =
      Map.of(AFTER, "mixed4c", BEFORE, "mixed4c_pre_relu", EARLY, "conv2d0_pre_relu");

  private IdentityDictionaries() {}

  /** Writes all into a folder, named as they are. */
  static void write(final Path folder) throws IOException {
    try (InceptionLens lens = InceptionLens.open()) {
      for (final String name : LAYERS.keySet()) {
        Files.write(
            folder.resolve(name + ".safetensors"),
            DictionaryFile.bytes(dictionary(lens.network(), name)));
      }
    }
  }

  private static Dictionary dictionary(final InceptionV1 network, final String name) {
    final String layer = LAYERS.get(name);
    final int channels = network.architecture().layer(layer).channels();
    final float[] rows = new float[channels * channels];
    for (int i = 0; i < channels; i++) {
      rows[i * channels + i] = 1;
    }
    return new Dictionary(
        name,
        new Dictionary.Home(layer, network.architecture().name(), network.digest()),
        rows,
        new float[channels],
        name.equals(AFTER) ? Nonlinearity.NONE : Nonlinearity.RELU,
        Optional.of(rows),
        new float[channels],
        1,
        Dictionary.unlabeled(channels),
        Map.of("origin", "unit vectors"));
  }

  /** A macro that brings all in from where they were written. */
  static String bringIn() {
    return eachOf("action=import replace name=NAME file=[DIR/NAME.safetensors]");
  }

  /** A macro that takes all away. */
  static String takeAway() {
    return eachOf("action=remove name=NAME");
  }

  private static String eachOf(final String keys) {
    final StringBuilder macro = new StringBuilder();
    LAYERS
        .keySet()
        .forEach(
            name ->
                macro.append(
                    "run('InceptionV1 Dictionaries...', '" + keys.replace("NAME", name) + "');"));
    return macro.toString();
  }
}
