package io.github.inceptionlens.command.file;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are there at once and whole, or not at all. */
final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a file under another name and then gives it its own; what is unfinished goes.
   *
   * @param part the other name, of a file that is not there
   * @param options how the finished file gets its name: without any it takes the place of none
   */
  static void write(
      final Path file,
      final Path part,
      final OutputFolder.Content content,
      final CopyOption... options)
      throws IOException {
    try {
      content.write(part);
      Files.move(part, file, options);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
