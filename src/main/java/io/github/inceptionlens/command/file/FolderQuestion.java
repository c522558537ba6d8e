package io.github.inceptionlens.command.file;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the person who called a command for a folder in the middle of it. */
@FunctionalInterface
public interface FolderQuestion {

  /** Where nobody can be asked: in macros and scripts, and without a display. */
  FolderQuestion NOBODY = why -> Optional.empty();

  /**
   * Asks.
   *
   * @param why what the folder is for
   * @return the folder; nothing where nobody can be asked
   * @throws java.util.concurrent.CancellationException when the person does not want that
   */
  Optional<Path> ask(String why);
}
