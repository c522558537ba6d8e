package io.github.inceptionlens.command.atlas;

import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.Embeddings;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;

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
