package io.github.inceptionlens.command;

/**
 * A command that may have done something else than its inputs say: it was stopped before its last
 * step, or drew a seed. Macro lines tell what was done.
 */
public interface Replayable {

  /**
   * The value of a key with which the command does the same again.
   *
   * @param key a parameter's name
   * @param input the parameter's value
   */
  Object replayed(String key, Object input);

  /** The same of any command; what is not replayable did what its inputs say. */
  static Object of(final Object command, final String key, final Object input) {
    return command instanceof Replayable done ? done.replayed(key, input) : input;
  }
}
