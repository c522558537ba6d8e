package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.weights.download.NetworksFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Work with the folder of networks, one changing it at a time, whose failures are told to the user.
 *
 * @param folder need not exist yet
 */
record FolderWork(Path folder) {

  /** Something done with the folder. */
  @FunctionalInterface
  interface Action<T> {
    T run() throws IOException;
  }

  <T> T reading(final Action<T> action) {
    try {
      return action.run();
    } catch (final IOException e) {
      throw new UserError(folder + " cannot be read: " + e, e);
    }
  }

  <T> T changing(final Progress progress, final Action<T> action) {
    try {
      Files.createDirectories(folder);
      try (FolderLock lock = FolderLock.take(folder, progress)) {
        return action.run();
      }
    } catch (final IOException e) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s cannot be written: %s; change that, or choose another folder by -D%s=FOLDER",
              folder,
              e,
              NetworksFolder.PROPERTY),
          e);
    }
  }
}
