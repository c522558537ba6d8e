package io.github.inceptionlens.command;

import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small text files that a user names. */
final class TextFiles {

  private TextFiles() {}

  /**
   * The path that a key's value names.
   *
   * @throws UserError when it is empty or no path
   */
  static Path path(final String key, final String text) {
    if (text.isBlank()) {
      throw new UserError(key + " is empty: name the file, for instance " + key + "=[/data/a.csv]");
    }
    try {
      return Path.of(text.strip()).toAbsolutePath().normalize();
    } catch (final InvalidPathException e) {
      throw new UserError(key + " is \"" + text + "\", which is no path", e);
    }
  }

  /**
   * Refuses, before any work, a file that exists or whose folder does not.
   *
   * @throws UserError in either case
   */
  static void requireNew(final String key, final Path file) {
    if (Files.exists(file)) {
      throw exists(key, file);
    }
    if (!Files.isDirectory(file.getParent())) {
      throw new UserError(
          key + " is \"" + file + "\", but there is no folder \"" + file.getParent() + "\"");
    }
  }

  private static UserError exists(final String key, final Path file) {
    return new UserError(
        key + " is \"" + file + "\", which exists already: choose another name, or move it away");
  }

  /**
   * Writes a file that is there at once, whole.
   *
   * @throws UserError when it exists by now or cannot be written; then nothing is left behind
   */
  static void write(final String key, final Path file, final String text) {
    Path part = null;
    try {
      part = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
      Files.writeString(part, text);
      Files.move(part, file);
    } catch (final FileAlreadyExistsException e) {
      delete(part);
      throw exists(key, file);
    } catch (final IOException e) {
      delete(part);
      throw new UserError(key + " \"" + file + "\" cannot be written: " + e.getMessage(), e);
    }
  }

  private static void delete(final Path part) {
    try {
      if (part != null) {
        Files.deleteIfExists(part);
      }
    } catch (final IOException e) {
      throw new UserError("the unfinished file \"" + part + "\" cannot be deleted", e);
    }
  }

  /**
   * The text of a file.
   *
   * @throws UserError when it cannot be read as text
   */
  static String read(final String key, final Path file) {
    try {
      return Files.readString(file);
    } catch (final NoSuchFileException e) {
      throw new UserError(key + " is \"" + file + "\", but there is no such file", e);
    } catch (final CharacterCodingException e) {
      throw new UserError(
          key + " \"" + file + "\" is no text in UTF-8: save it as CSV with that encoding", e);
    } catch (final IOException e) {
      throw new UserError(key + " \"" + file + "\" cannot be read: " + e.getMessage(), e);
    }
  }
}
