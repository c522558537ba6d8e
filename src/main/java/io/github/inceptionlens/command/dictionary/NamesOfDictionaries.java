package io.github.inceptionlens.command.dictionary;

import io.github.inceptionlens.command.DialogSupport.Suggestion;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import java.util.Arrays;
import java.util.List;

/** Dictionaries by their names, with commas between. */
public final class NamesOfDictionaries {

  private NamesOfDictionaries() {}

  /** What a dialog offers. */
  public static List<Suggestion> offered() {
    return store().names().stream().map(one -> new Suggestion(one, "")).toList();
  }

  private static DictionaryStore store() {
    return NetworkStore.standard().dictionaries();
  }

  /**
   * The dictionaries that are named.
   *
   * @throws UserError when there is none, or one is not there
   */
  static List<Dictionary> read(final String text) {
    final List<Dictionary> all =
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .distinct()
            .map(one -> store().read("names", one))
            .toList();
    if (all.isEmpty()) {
      throw new UserError(
          "names is empty: name at least one dictionary (InceptionV1 Dictionaries... lists them)");
    }
    return all;
  }
}
