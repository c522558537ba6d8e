package io.github.inceptionlens.atlas.embedding;

import io.github.inceptionlens.core.Choices;
import java.util.Locale;

/** How vectors are laid out in two dimensions. */
public enum EmbeddingMethod {
  /** By their neighbors. */
  UMAP,
  /** By the two orthogonal directions in which they vary most. */
  PCA;

  /** As users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a text names.
   *
   * @throws io.github.inceptionlens.core.UserError when it names none
   */
  public static EmbeddingMethod of(final String text) {
    return Choices.named("method", text, values(), EmbeddingMethod::label);
  }
}
