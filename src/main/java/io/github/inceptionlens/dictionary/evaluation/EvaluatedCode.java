package io.github.inceptionlens.dictionary.evaluation;

import java.util.OptionalLong;

/**
 * A code and its figures.
 *
 * @param kind what it is
 * @param seed what it was drawn from; nothing where chance has no part in it, or nobody knows
 * @param figures of how well it rebuilds held-out vectors, and of how it uses its entries at these
 *     and the others
 * @param neighbor the mean largest cosine of an atom with another of the same code
 * @param stability the mean cosine of its atoms with those of the same kind from other seeds,
 *     matched one to one, see {@link DecoderCosines#matched}; NaN where there are none
 */
public record EvaluatedCode(
    Kind kind,
    OptionalLong seed,
    SparseCode code,
    CodeFigures figures,
    double neighbor,
    double stability) {

  /** What is compared. */
  public enum Kind {
    /** The dictionary, or its training with another seed. */
    DICTIONARY("dictionary"),
    /** Its training with random atoms that stay. */
    FROZEN_DECODER("frozen decoder"),
    /** Its training with a random encoder that stays. */
    FROZEN_ENCODER("frozen encoder"),
    /** Principal components. */
    PCA("pca"),
    /** Non-negative factors. */
    NMF("nmf"),
    /** Means of groups. */
    K_MEANS("k-means"),
    /** Random directions. */
    RANDOM("random directions"),
    /** The layer's channels themselves. */
    CHANNELS("channels"),
    /** The mean vector everywhere. */
    MEAN("mean");

    private final String words;

    Kind(final String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
