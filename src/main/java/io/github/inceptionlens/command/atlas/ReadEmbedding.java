package io.github.inceptionlens.command.atlas;

import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.Embeddings;
import io.github.inceptionlens.command.NamedDictionaries;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import java.util.function.Function;

/** Embeddings that users name. */
public final class ReadEmbedding {

  private ReadEmbedding() {}

  /**
   * The layer that an embedding is of, before a network is open.
   *
   * @throws UserError when there is none of that name, or its file is damaged
   */
  public static String layer(final String name) {
    return sample(name.strip()).layer();
  }

  private static ActivationSample sample(final String wanted) {
    final Embeddings all = Embeddings.standard();
    all.file("embedding", wanted);
    return all.sample(wanted);
  }

  /**
   * Does something with a network that has a layer; a dictionary that no key names is grafted onto
   * it.
   *
   * @param layer that an embedding is of
   * @throws UserError when the dictionary belongs to another network
   */
  public static <T> T on(
      final InceptionV1 network, final String layer, final Function<InceptionV1, T> work) {
    return network.architecture().has(layer)
        ? work.apply(network)
        : NamedDictionaries.in(layer).on(network, work);
  }

  /**
   * The embedding of a name.
   *
   * @param name as {@code Embed Activations...} kept it
   * @throws UserError when there is none, it is another network's, or its file is damaged
   */
  public static SampleEmbedding of(final String name, final InceptionV1 network) {
    final String wanted = name.strip();
    final ActivationSample sample = sample(wanted);
    sample.requireOf(network);
    return SampleEmbedding.of(sample, Embeddings.standard().read(wanted))
        .orElseThrow(
            () ->
                new UserError(
                    "the embedding \""
                        + wanted
                        + "\" is damaged: make it again with Embed Activations... name="
                        + wanted
                        + " replace"));
  }
}
