package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.PluginLookup;
import java.util.List;
import org.scijava.Context;

/** Finds the ways to make dictionaries, with or without a SciJava context. */
public final class DictionaryTrainers {

  private DictionaryTrainers() {}

  /** Every one on the class path, in the order of the dialogs: by priority, then by name. */
  public static List<DictionaryTrainer> all() {
    return PluginLookup.all(DictionaryTrainer.class);
  }

  /**
   * The one with the given name, in any case.
   *
   * @throws io.github.inceptionlens.core.UserError when there is none; the sentence lists what
   *     exists
   */
  public static DictionaryTrainer named(final String name) {
    return Choices.named("method", name, all(), DictionaryTrainer::name);
  }

  /** Those that a SciJava context knows, in the same order. */
  public static List<DictionaryTrainer> of(final Context context) {
    return PluginLookup.all(DictionaryTrainer.class, context.getPluginIndex());
  }
}
