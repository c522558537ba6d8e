package io.github.inceptionlens.weights.dictionary;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.DictionaryNames;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder in which dictionaries are kept, a file each, named as the dictionary. */
public final class DictionaryStore {

  private static final String ENDING = ".safetensors";

  private final Path folder;

  /**
   * @param folder need not exist yet
   */
  public DictionaryStore(final Path folder) {
    this.folder = folder;
  }

  /** The names of all, sorted. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .filter(DictionaryNames::isName)
          .sorted()
          .toList();
    } catch (final IOException e) {
      throw failed(e);
    }
  }

  /** The file of a dictionary, if there is one. */
  public Optional<Path> find(final String name) {
    return Optional.of(file(name))
        .filter(path -> DictionaryNames.isName(name) && Files.isRegularFile(path));
  }

  private Path file(final String name) {
    return folder.resolve(name + ENDING);
  }

  /**
   * Reads a dictionary.
   *
   * @throws UserError when there is none of that name, or its file is damaged
   */
  public Dictionary read(final String name) {
    try {
      return DictionaryFile.read(find(name).orElseThrow(() -> absent(name)), name);
    } catch (final IOException e) {
      throw failed(e);
    }
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
    if (!replace && Files.exists(path)) {
      throw new UserError("file \"" + path + "\" exists: choose another one, or replace it");
    }
    final Dictionary dictionary = read(name);
    try {
      write(dictionary, path);
    } catch (final IOException e) {
      throw new UserError("file \"" + path + "\" cannot be written: " + e, e);
    }
  }

  /**
   * Gives a dictionary another name.
   *
   * @param replace whether one that has it goes
   * @throws UserError when there is no such dictionary, or one that is to stay
   */
  public void rename(final String name, final String other, final boolean replace) {
    final Path from = find(name).orElseThrow(() -> absent(name));
    requireFree(other, replace);
    try {
      move(from, file(other));
    } catch (final IOException e) {
      throw failed(e);
    }
  }

  /**
   * Keeps a dictionary, all of it or nothing.
   *
   * @param replace whether one of that name goes
   * @throws UserError when there is one and it is to stay
   */
  public void keep(final Dictionary dictionary, final boolean replace) {
    requireFree(dictionary.name(), replace);
    try {
      Files.createDirectories(folder);
      write(dictionary, file(dictionary.name()));
    } catch (final IOException e) {
      throw failed(e);
    }
  }

  private static void write(final Dictionary dictionary, final Path to) throws IOException {
    final Path fresh = to.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      Files.write(fresh, DictionaryFile.bytes(dictionary));
      move(fresh, to);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void move(final Path from, final Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (final AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Refuses, before any work, the name of a dictionary that is to stay, and what is no name.
   *
   * @throws UserError in either case
   */
  public void requireFree(final String name, final boolean replace) {
    DictionaryNames.check(name);
    if (!replace && find(name).isPresent()) {
      throw new UserError(
          "name is \""
              + name
              + "\", but there is such a dictionary already: choose another name, or replace it");
    }
  }

  /**
   * Removes a dictionary.
   *
   * @throws UserError when there is none of that name
   */
  public void remove(final String name) {
    try {
      Files.delete(find(name).orElseThrow(() -> absent(name)));
    } catch (final IOException e) {
      throw failed(e);
    }
  }

  private UserError absent(final String name) {
    final List<String> names = names();
    return new UserError(
        "name is \""
            + name
            + "\", but "
            + (names.isEmpty()
                ? "no dictionary is here yet: make or import one"
                : "the dictionaries here are " + String.join(", ", names)));
  }

  private UserError failed(final IOException e) {
    return new UserError(folder + " cannot be used: " + e, e);
  }
}
