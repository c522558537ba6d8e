package io.github.inceptionlens.weights.dictionary;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.DictionaryNames;
import io.github.inceptionlens.weights.cache.NamedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The folder in which dictionaries are kept, a file each, named as the dictionary. */
public final class DictionaryStore {

  private final NamedFiles files;

  /**
   * @param folder need not exist yet
   */
  public DictionaryStore(final Path folder) {
    files = new NamedFiles(folder, "dictionary", "dictionaries", DictionaryNames::isName);
  }

  /** The names of all, sorted. */
  public List<String> names() {
    return files.names();
  }

  /** The file of a dictionary, if there is one. */
  public Optional<Path> find(final String name) {
    return files.find(name);
  }

  /**
   * Reads a dictionary.
   *
   * @throws UserError when there is none of that name, or its file is damaged
   */
  public Dictionary read(final String name) {
    return readFile(files.get(name), name);
  }

  /**
   * The same.
   *
   * @param key what the user gave the name for, which the sentence names
   */
  public Dictionary read(final String key, final String name) {
    return readFile(files.get(key, name), name);
  }

  /**
   * Reads a dictionary from a file elsewhere.
   *
   * @param name what it is to be called
   * @throws UserError when it is none, or damaged
   */
  public Dictionary readFile(final Path path, final String name) {
    try {
      return DictionaryFile.read(path, name);
    } catch (final IOException e) {
      throw new UserError("\"" + path + "\" cannot be read: " + e, e);
    }
  }

  /**
   * Writes a dictionary to a file elsewhere, all of it or nothing.
   *
   * @param replace whether a file that is there goes
   * @throws UserError when there is no such dictionary, or a file that is to stay
   */
  public void export(final String name, final Path path, final boolean replace) {
    NamedFiles.export(DictionaryFile.bytes(read(name)), path, replace);
  }

  /**
   * Gives a dictionary another name.
   *
   * @param replace whether one that has it goes
   * @throws UserError when there is no such dictionary, or one that is to stay
   */
  public void rename(final String name, final String other, final boolean replace) {
    DictionaryNames.check(other);
    files.rename(name, other, replace);
  }

  /**
   * Keeps a dictionary, all of it or nothing.
   *
   * @param replace whether one of that name goes
   * @throws UserError when there is one and it is to stay
   */
  public void keep(final Dictionary dictionary, final boolean replace) {
    files.keep(dictionary.name(), DictionaryFile.bytes(dictionary), replace);
  }

  /**
   * Refuses, before any work, the name of a dictionary that is to stay, and what is no name.
   *
   * @throws UserError in either case
   */
  public void requireFree(final String name, final boolean replace) {
    DictionaryNames.check(name);
    files.requireFree(name, replace);
  }

  /**
   * Removes a dictionary.
   *
   * @throws UserError when there is none of that name
   */
  public void remove(final String name) {
    files.remove(name);
  }
}
