package io.github.inceptionlens.weights.cache;

import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder of safetensors files that have names, such as dictionaries. */
public final class NamedFiles {

  private static final String ENDING = ".safetensors";

  private final Path folder;
  private final String noun;
  private final String plural;
  private final Predicate<String> isName;

  /**
   * @param folder need not exist yet
   * @param noun what a file is, for messages
   * @param plural of the noun
   * @param isName what can be a name
   */
  public NamedFiles(
      final Path folder, final String noun, final String plural, final Predicate<String> isName) {
    this.folder = folder;
    this.noun = noun;
    this.plural = plural;
    this.isName = isName;
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
          .filter(isName)
          .sorted()
          .toList();
    } catch (final IOException e) {
      throw failed(e);
    }
  }

  /** The file of a name, if there is one. */
  public Optional<Path> find(final String name) {
    return Optional.of(name).filter(isName).map(this::file).filter(Files::isRegularFile);
  }

  /**
   * The file of a name.
   *
   * @throws UserError when there is none, with those that there are
   */
  public Path get(final String name) {
    return get("name", name);
  }

  /**
   * The same.
   *
   * @param key what the user gave the name for, which the sentence names
   */
  public Path get(final String key, final String name) {
    return find(name).orElseThrow(() -> absent(key, name));
  }

  private Path file(final String name) {
    return folder.resolve(name + ENDING);
  }

  /**
   * Keeps a file, all of it or nothing.
   *
   * @param replace whether one of that name goes
   * @throws UserError when there is one and it is to stay
   */
  public void keep(final String name, final byte[] bytes, final boolean replace) {
    requireFree(name, replace);
    try {
      Files.createDirectories(folder);
      write(fresh -> Files.write(fresh, bytes), file(name));
    } catch (final IOException e) {
      throw failed(e);
    }
  }

  /**
   * The same of a file that need not fit into the memory.
   *
   * @throws UserError when there is one and it is to stay, or the disk refuses
   */
  public void keepFile(final String name, final FileCache.Maker maker, final boolean replace) {
    requireFree(name, replace);
    try {
      Files.createDirectories(folder);
      write(maker, file(name));
    } catch (final IOException e) {
      throw failed(e);
    }
  }

  /**
   * Writes a file elsewhere, all of it or nothing.
   *
   * @param replace whether one that is there goes
   * @throws UserError when there is one and it is to stay, or the disk refuses
   */
  public static void export(final byte[] bytes, final Path path, final boolean replace) {
    export(fresh -> Files.write(fresh, bytes), path, replace);
  }

  /** The same of a file that need not fit into the memory. */
  public static void export(final FileCache.Maker maker, final Path path, final boolean replace) {
    if (!replace && Files.exists(path)) {
      throw new UserError("file \"" + path + "\" exists: choose another one, or replace it");
    }
    try {
      write(maker, path);
    } catch (final IOException e) {
      throw new UserError("file \"" + path + "\" cannot be written: " + e, e);
    }
  }

  private static void write(final FileCache.Maker maker, final Path to) throws IOException {
    final Path fresh = to.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      maker.make(fresh);
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
   * Gives a file another name.
   *
   * @param replace whether one that has it goes
   * @throws UserError when there is no such file, or one that is to stay
   */
  public void rename(final String name, final String other, final boolean replace) {
    final Path from = get(name);
    requireFree(other, replace);
    try {
      move(from, file(other));
    } catch (final IOException e) {
      throw failed(e);
    }
  }

  /**
   * Refuses the name of a file that is to stay.
   *
   * @throws UserError with the name
   */
  public void requireFree(final String name, final boolean replace) {
    if (!replace && find(name).isPresent()) {
      throw new UserError(
          "name is \""
              + name
              + "\", but there is such "
              + ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ")
              + noun
              + " already: choose another name, or replace it");
    }
  }

  /**
   * Removes a file.
   *
   * @throws UserError when there is none of that name
   */
  public void remove(final String name) {
    try {
      Files.delete(get(name));
    } catch (final IOException e) {
      throw failed(e);
    }
  }

  private UserError absent(final String key, final String name) {
    final List<String> names = names();
    return new UserError(
        key
            + " is \""
            + name
            + "\", but "
            + (names.isEmpty()
                ? "no " + noun + " is here yet: make or import one"
                : "the " + plural + " here are " + String.join(", ", names)));
  }

  private UserError failed(final IOException e) {
    return new UserError(folder + " cannot be used: " + e, e);
  }
}
