package io.github.inceptionlens.image.place;

import ij.ImagePlus;
import ij.io.FileInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Which file an open image is of. */
public final class OpenFile {

  private OpenFile() {}

  /** The file that an image was opened from; nothing where it was none or has changed since. */
  public static Optional<Path> of(final ImagePlus image) {
    return image.changes
        ? Optional.empty()
        : first(image).filter(Files::isRegularFile).map(OpenFile::real);
  }

  /** A file without links, so that the same file has one path; as it is where there is none. */
  public static Path real(final Path file) {
    try {
      return file.toRealPath();
    } catch (final IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  /** Whether an image was opened from a file, changed or not. */
  static boolean isOf(final ImagePlus image, final Path file) {
    return first(image).filter(own -> real(own).equals(real(file))).isPresent();
  }

  /** A TIFF file that was packed in memory names no file, but its title is the file's name. */
  private static Optional<Path> first(final ImagePlus image) {
    final FileInfo info = image.getOriginalFileInfo();
    if (info == null || info.directory == null || info.fileName == null) {
      return Optional.empty();
    }
    final String name = info.fileName.isEmpty() ? image.getTitle() : info.fileName;
    try {
      return Optional.of(Path.of(info.directory, name));
    } catch (final InvalidPathException e) {
      return Optional.empty();
    }
  }
}
