package io.github.inceptionlens.collection.sample;

import io.github.inceptionlens.core.Choices;
import java.util.Locale;

/** Which places of a picture a sample takes. */
public enum SampleFrom {
  /** Drawn by chance, each with the same probability, the same for the same picture and seed. */
  RANDOM,
  /** Those with the longest vectors (L2). */
  STRONGEST,
  /** Every one. */
  ALL;

  /** As users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a text names.
   *
   * @throws io.github.inceptionlens.core.UserError when it names none
   */
  public static SampleFrom of(final String text) {
    return Choices.named("from", text, values(), SampleFrom::label);
  }
}
