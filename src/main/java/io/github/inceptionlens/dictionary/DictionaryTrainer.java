package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.Progress;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.SciJavaPlugin;

/**
 * A way to find directions of a layer.
 *
 * <p>A new one is one new class with {@code @Plugin(type = DictionaryTrainer.class, name = "...")};
 * {@link DictionaryTrainers} finds it, with or without a SciJava context.
 */
public interface DictionaryTrainer extends SciJavaPlugin {

  /** The method's name in dialogs, macros and results. */
  default String name() {
    return getClass().getAnnotation(Plugin.class).name();
  }

  /** Whether it learns from vectors; otherwise it asks for the number of channels alone. */
  default boolean isLearned() {
    return true;
  }

  /** Whether one says how many entries are wanted. */
  default boolean isCounted() {
    return true;
  }

  /** Whether chance has a part in it. */
  default boolean isSeeded() {
    return true;
  }

  /**
   * Finds directions.
   *
   * @param vectors may be empty where the method does not learn
   * @param count how many are wanted, at least 1
   * @param seed the same seed, vectors and count give the same directions
   * @throws io.github.inceptionlens.core.UserError when the vectors do not have so many in them
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  Directions train(Vectors vectors, int count, long seed, Progress progress);
}
