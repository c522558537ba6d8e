package io.github.inceptionlens.image.place;

import ij.ImagePlus;
import ij.io.FileInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which file an open image is of. */
public final class OpenFile {

  private OpenFile() {}

  /** The file that an image was opened from; nothing where it was none or has changed since. */
  public static Optional<Path> of(final ImagePlus image) {
    return image.changes
        ? Optional.empty()
        : files(image).stream().filter(Files::isRegularFile).findFirst().map(OpenFile::real);
  }

  /** A file without links, so that the same file has one path; as it is where there is none. */
  public static Path real(final Path file) {
    try {
      return file.toRealPath();
    } catch (final IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  /** Whether an image was opened from a file, changed or not, and whether it is there or not. */
  static boolean isOf(final ImagePlus image, final Path file) {
    return files(image).stream().anyMatch(own -> real(own).equals(real(file)));
  }

  /** Of one file, unless a TIFF file names another than it is: then its title may be the name. */
  private static List<Path> files(final ImagePlus image) {
    final FileInfo info = image.getOriginalFileInfo();
    if (info == null || info.directory == null || info.directory.isEmpty()) {
      return List.of();
    }
    final List<Path> files =
        Stream.of(Objects.toString(info.fileName, ""), image.getTitle())
            .flatMap(name -> path(info.directory, name).stream())
            .toList();
    return files.stream().limit(1).anyMatch(Files::isRegularFile) ? files.subList(0, 1) : files;
  }

  private static Optional<Path> path(final String folder, final String name) {
    try {
      return Optional.of(Path.of(folder, name));
    } catch (final InvalidPathException e) {
      return Optional.empty();
    }
  }
}
