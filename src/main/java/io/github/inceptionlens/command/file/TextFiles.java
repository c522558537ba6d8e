package io.github.inceptionlens.command.file;

import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Small files, most of text, that a user names. */
public final class TextFiles {

  private TextFiles() {}

  /**
   * The path that a key's value names.
   *
   * @throws UserError when it is empty or no path
   */
  public static Path path(final String key, final String text) {
    if (text.isBlank()) {
      throw new UserError(key + " is empty: name the file");
    }
    try {
      return Path.of(text.strip()).toAbsolutePath().normalize();
    } catch (final InvalidPathException e) {
      throw new UserError(key + " is \"" + text + "\", which is no path" + FileNames.hint(text), e);
    }
  }

  /**
   * Refuses, before any work, a file that exists or whose folder does not.
   *
   * @throws UserError in either case
   */
  public static void requireNew(final String key, final Path file) {
    if (Files.exists(file)) {
      throw exists(key, file);
    }
    requirePlace(key, file);
  }

  /**
   * Refuses, before any work, a file that cannot be written when the work is done: its folder does
   * not exist or may not be changed, it is a folder itself, or its name is not possible there.
   *
   * @throws UserError in any of these cases
   */
  public static void requirePlace(final String key, final Path file) {
    if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
      throw new UserError(
          key + " is \"" + file + "\", but there is no folder \"" + file.getParent() + "\"");
    }
    if (Files.isDirectory(file)) {
      throw new UserError(key + " is \"" + file + "\", which is a folder: name a file in it");
    }
    final Path part = part(file);
    try {
      Files.createFile(part);
      Files.delete(part);
    } catch (final IOException e) {
      throw unwritable(key, file, e);
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
  public static void write(final String key, final Path file, final String text) {
    put(key, file, content(text));
  }

  /**
   * Writes a file unless it is there already with that very text.
   *
   * @throws UserError when it exists with another text or cannot be written
   */
  public static void writeOnce(final String key, final Path file, final String text) {
    requirePlace(key, file);
    if (!Files.exists(file) || !read(key, file).equals(text)) {
      write(key, file, text);
    }
  }

  /**
   * Writes a file that takes the place of one of that name, if there is one, at once and whole.
   *
   * @throws UserError when it cannot be written; then the earlier file is as it was
   */
  public static void replace(final String key, final Path file, final String text) {
    put(key, file, content(text), StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * The same with any content.
   *
   * @throws UserError when it cannot be written; then the earlier file is as it was
   */
  public static void replace(
      final String key, final Path file, final OutputFolder.Content content) {
    put(key, file, content, StandardCopyOption.REPLACE_EXISTING);
  }

  private static OutputFolder.Content content(final String text) {
    return fresh -> Files.writeString(fresh, text, StandardOpenOption.CREATE_NEW);
  }

  private static void put(
      final String key,
      final Path file,
      final OutputFolder.Content content,
      final CopyOption... options) {
    try {
      WholeFile.write(file, part(file), content, options);
    } catch (final FileAlreadyExistsException e) {
      throw exists(key, file);
    } catch (final IOException e) {
      throw unwritable(key, file, e);
    }
  }

  private static Path part(final Path file) {
    return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  static UserError unwritable(final String key, final Path file, final IOException reason) {
    final String why =
        reason instanceof AccessDeniedException
            ? "the folder may not be changed by you"
            : reason.getMessage();
    return new UserError(key + " \"" + file + "\" cannot be written: " + why, reason);
  }

  /**
   * The text of a file.
   *
   * @throws UserError when it cannot be read as text
   */
  public static String read(final String key, final Path file) {
    try {
      return Files.readString(file);
    } catch (final NoSuchFileException e) {
      throw new UserError(
          key + " is \"" + file + "\", but there is no such file" + FileNames.hint(file.toString()),
          e);
    } catch (final CharacterCodingException e) {
      throw new UserError(
          key + " \"" + file + "\" is no text in UTF-8: save it as CSV with that encoding", e);
    } catch (final IOException e) {
      throw new UserError(key + " \"" + file + "\" cannot be read: " + e.getMessage(), e);
    }
  }
}
