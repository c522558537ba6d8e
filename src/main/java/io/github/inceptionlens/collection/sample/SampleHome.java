package io.github.inceptionlens.collection.sample;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.format.MappedTensors;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which network and layer a sample is of, as its metadata say.
 *
 * @param channels the number of its columns
 */
record SampleHome(MappedTensors file, int channels) {

  private Optional<String> text(final String key) {
    return Optional.ofNullable(file.metadata().get(key)).filter(one -> !one.isBlank());
  }

  private String named() {
    return text(SampleFile.LAYER).orElseThrow();
  }

  /**
   * The network's layer.
   *
   * @throws UserError when the sample is of another network
   */
  Layer layer(final InceptionV1 network) {
    final String name = network.architecture().name();
    final Optional<String> digest = text(SampleFile.DIGEST);
    final Layer layer = layerOf(network);
    final String own = network.digest(List.of(layer.name()));
    final boolean fits =
        digest
            .map(own::equals)
            .orElseGet(() -> text(SampleFile.NETWORK).map(name::equals).orElse(true));
    if (!fits) {
      throw file.refuse(
          String.format(
              Locale.ROOT,
              "is a sample of %s%s, but the network is %s (weights %.12s): choose that network, or a"
                  + " sample of this one",
              text(SampleFile.NETWORK).orElse("another network"),
              digest.map(one -> String.format(Locale.ROOT, " (weights %.12s)", one)).orElse(""),
              name,
              own));
    }
    if (layer.channels() != channels) {
      throw file.refuse(
          String.format(
              Locale.ROOT,
              "has %d columns in vectors, but %s of %s has %d channels: choose a sample of that layer",
              channels,
              layer,
              name,
              layer.channels()));
    }
    return layer;
  }

  private Layer layerOf(final InceptionV1 network) {
    try {
      return network.architecture().layer(named());
    } catch (final UserError e) {
      throw new UserError(
          file.refuse(
                  String.format(
                      Locale.ROOT,
                      "is a sample of layer \"%s\", which %s does not have: choose the network that it"
                          + " is of",
                      named(),
                      network.architecture().name()))
              .getMessage(),
          e);
    }
  }
}
