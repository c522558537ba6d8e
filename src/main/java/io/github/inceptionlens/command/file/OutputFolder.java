package io.github.inceptionlens.command.file;

import ij.ImagePlus;
import ij.io.FileSaver;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Files that a command writes into the folder that a user names. */
public final class OutputFolder {

  private static final String KEY = "folder";
  private static final String PART = ".part.tif";

  private OutputFolder() {}

  /** Puts a file's content there. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes the content.
     *
     * @param file which does not exist yet
     */
    void write(Path file) throws IOException;
  }

  /**
   * Makes a folder and those above it, where they are not there.
   *
   * @throws UserError when that is not possible
   */
  public static void make(final Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (final IOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * Writes a file that is there at once, whole; its folder is made if need be.
   *
   * @param options how the finished file gets its name: without any it takes the place of none
   * @throws UserError when it cannot be written; then nothing is left behind
   */
  public static void write(final Path file, final Content content, final CopyOption... options) {
    make(file.getParent());
    final Path part = file.resolveSibling("." + UUID.randomUUID() + PART);
    try {
      WholeFile.write(file, part, content, options);
    } catch (final IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * Writes an image as a TIFF file that is there at once, whole.
   *
   * @param options as of {@link #write(Path, Content, CopyOption...)}
   * @throws UserError when it cannot be written; then nothing is left behind
   */
  public static void write(final Path file, final ImagePlus image, final CopyOption... options) {
    write(
        file,
        part -> {
          if (!new FileSaver(image).saveAsTiff(part.toString())) {
            throw new IOException("ImageJ could not save it");
          }
        },
        options);
  }

  private static UserError unwritable(final Path path, final IOException reason) {
    return TextFiles.unwritable(KEY + ":", path, reason);
  }
}
