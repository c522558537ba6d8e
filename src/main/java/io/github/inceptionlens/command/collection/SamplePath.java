package io.github.inceptionlens.command.collection;

import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where a user wants a sample. */
final class SamplePath {

  private static final String ENDING = ".safetensors";

  private SamplePath() {}

  /**
   * The path that a text names.
   *
   * @throws UserError when its name does not end as such files do
   */
  static Path of(final String text) {
    final Path path = TextFiles.path("file", text);
    if (!path.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
      throw new UserError("file is \"" + text + "\", expected a name that ends with " + ENDING);
    }
    return path;
  }

  /**
   * Refuses, before any work, a place where no sample can be written, or where something else is.
   *
   * @throws UserError in either case
   */
  static void requirePlace(final Path path) {
    TextFiles.requirePlace("file", path);
    if (Files.exists(path)) {
      try {
        ActivationSample.open(path);
      } catch (final IOException | UserError e) {
        throw new UserError(
            "file is \"" + path + "\", which exists and is no sample: choose another name", e);
      }
    }
  }
}
