package io.github.inceptionlens.dictionary.evaluation;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.autoencoder.FrozenPart;
import io.github.inceptionlens.dictionary.autoencoder.SparseMethod;
import io.github.inceptionlens.dictionary.sparse.SparseRequest;
import io.github.inceptionlens.network.edit.Dictionary;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** How a dictionary was trained, as its card says. */
public final class TrainingRecipe {

  private TrainingRecipe() {}

  /** The same training; nothing where the card does not say how, or it was none. */
  public static Optional<SparseRequest> of(final Dictionary dictionary) {
    final Map<String, String> card = dictionary.notes();
    final Optional<SparseMethod> method =
        Arrays.stream(SparseMethod.values())
            .filter(one -> one.label().equals(card.get("method")))
            .findFirst();
    try {
      return method.map(
          one ->
              new SparseRequest(
                  one,
                  dictionary.entries(),
                  whole(card, "k"),
                  whole(card, "steps"),
                  whole(card, "batch"),
                  Double.parseDouble(card.getOrDefault("learning_rate", "")),
                  Long.parseLong(card.getOrDefault("seed", "")),
                  FrozenPart.NONE));
    } catch (final NumberFormatException | UserError e) {
      return Optional.empty();
    }
  }

  private static int whole(final Map<String, String> card, final String key) {
    return Integer.parseInt(card.getOrDefault(key, ""));
  }
}
