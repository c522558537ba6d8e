package io.github.inceptionlens.command.atlas;

import io.github.inceptionlens.atlas.embedding.EmbeddingRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.Embeddings;
import io.github.inceptionlens.collection.sample.KeptEmbedding;
import io.github.inceptionlens.command.dictionary.LearnedSample;
import io.github.inceptionlens.core.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Embeddings that are made once, and found again. */
public final class NamedEmbedding {

  private final Embeddings all = Embeddings.standard();
  private final String name;
  private final boolean replace;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param name under which it is kept; empty for none
   * @param replace whether another one of that name goes
   */
  public NamedEmbedding(final String name, final boolean replace) {
    this.name = name;
    this.replace = replace;
  }

  /**
   * Refuses what is neither empty nor a name.
   *
   * @throws io.github.inceptionlens.core.UserError with what a name is
   */
  public static void requireName(final String text) {
    if (!text.isBlank()) {
      Embeddings.requireName(text.strip());
    }
  }

  /**
   * The embedding of a sample, which is made where it was not before.
   *
   * @throws io.github.inceptionlens.core.UserError as {@link SampleEmbedding#of}, and when the name
   *     is another one's that is to stay
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public SampleEmbedding of(
      final LearnedSample from, final EmbeddingRequest request, final Progress progress) {
    final String key = Embeddings.key(from.key(), request);
    final Optional<KeptEmbedding> named = name.isEmpty() ? Optional.empty() : all.find(name, key);
    if (named.isEmpty() && !name.isEmpty()) {
      all.requireFree(name, replace);
    }
    final Optional<SampleEmbedding> before =
        named.or(() -> all.find(key)).flatMap(kept -> SampleEmbedding.of(from.sample(), kept));
    before.ifPresent(any -> notes.add("it was made before and is read, not computed anew"));
    final SampleEmbedding embedded =
        before.orElseGet(() -> SampleEmbedding.of(from.sample(), from.words(), request, progress));
    if (before.isEmpty()) {
      all.keep(key, embedded.kept());
    }
    if (named.isEmpty() && !name.isEmpty()) {
      all.keep(name, key, embedded.kept(), from.sample(), replace);
      notes.add("kept as " + name);
    }
    return embedded;
  }

  /** What is to be said about it. */
  public List<String> notes() {
    return notes;
  }

  /** Where a sample's images are from, where they are files. */
  public static Optional<String> collection(final ActivationSample sample) {
    return Optional.ofNullable(sample.metadata().get("collection"))
        .filter(any -> !sample.image(0).sha256().isEmpty());
  }
}
