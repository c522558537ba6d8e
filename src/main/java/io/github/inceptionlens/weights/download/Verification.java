package io.github.inceptionlens.weights.download;

import io.github.inceptionlens.core.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Whether files hold what the catalog says. A file's digest is computed once and kept in a note
 * beside it, until the file's size, time or sampled blocks change.
 */
public final class Verification {

  /** What the name of a note begins with while it is written. */
  public static final String FRESH = ".verified-";

  private Verification() {}

  /**
   * The digest among the expected ones that the file has; empty when it has another.
   *
   * @throws IOException when the file cannot be read
   */
  public static Optional<String> verify(
      final Path file, final List<String> expected, final Progress progress) throws IOException {
    final Optional<String> known = noted(file, expected);
    if (known.isPresent()) {
      return known;
    }
    final String before = stamp(file);
    final Optional<String> found = matching(file, expected, progress);
    if (found.isPresent()) {
      note(file, before + " " + found.get());
    }
    return found;
  }

  /** As {@link #verify}, from the file's bytes, whatever is noted. */
  static Optional<String> matching(
      final Path file, final List<String> expected, final Progress progress) throws IOException {
    for (final String digest : expected) {
      if (FileDigest.of(file, digest, progress).equals(digest)) {
        return Optional.of(digest);
      }
    }
    return Optional.empty();
  }

  /** The digest that an earlier verification noted, if the file has not changed since. */
  public static Optional<String> noted(final Path file, final List<String> expected)
      throws IOException {
    final Path note = note(file);
    if (!Files.isRegularFile(note)) {
      return Optional.empty();
    }
    final String text = Files.readString(note);
    final String stamp = stamp(file);
    return expected.stream().filter(digest -> text.equals(stamp + " " + digest)).findFirst();
  }

  /** Forgets what was noted of a file. */
  public static void forget(final Path file) throws IOException {
    Files.deleteIfExists(note(file));
  }

  private static String stamp(final Path file) throws IOException {
    return Files.size(file) + " " + Files.getLastModifiedTime(file) + " " + FileDigest.sample(file);
  }

  private static Path note(final Path file) {
    return file.resolveSibling("." + file.getFileName() + ".verified");
  }

  /** Whether a file is a note of ours that was being written. */
  public static boolean isUnfinishedNote(final Path file) {
    return file.getFileName().toString().matches("\\.verified-\\d+\\.tmp")
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** A note that cannot be written only costs time: the folder may be read-only. */
  private static void note(final Path file, final String text) {
    final Path note = note(file);
    try {
      final Path fresh = Files.createTempFile(note.getParent(), FRESH, null);
      Files.writeString(fresh, text);
      Files.move(fresh, note, StandardCopyOption.REPLACE_EXISTING);
    } catch (final IOException e) {
      return;
    }
  }
}
