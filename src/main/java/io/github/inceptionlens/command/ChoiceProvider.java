package io.github.inceptionlens.command;

import java.util.List;

/** A command that finds out which texts some of its keys allow. */
public interface ChoiceProvider {

  /**
   * The texts that a key allows.
   *
   * @param key a parameter's name
   * @return an empty list where the parameter's type and annotation decide
   */
  List<String> choices(String key);
}
