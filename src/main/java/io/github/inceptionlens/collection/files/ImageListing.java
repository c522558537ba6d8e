package io.github.inceptionlens.collection.files;

import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.ImageReader;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The image files that a text names, none of them opened yet.
 *
 * @param name the text, made absolute
 * @param root the folder to which the images' paths are relative
 * @param images in a stable order: by path, or as a table has them
 * @param unlisted files and folders that are no images, or cannot be looked at
 */
public record ImageListing(
    String name, Path root, List<CollectionImage> images, List<SkippedImage> unlisted) {

  public ImageListing {
    images = List.copyOf(images);
    unlisted = List.copyOf(unlisted);
  }

  /**
   * The images of a folder and its sub-folders, of a pattern such as {@code /data/plate?.tif}, or
   * of a table (.csv, .tsv) with a column of paths, relative to the table, and perhaps columns
   * label and group. Without labels in a table, the first folder below the root is the label.
   *
   * @param key the key that has the text, for sentences
   * @throws UserError when there is no such folder or table, or it names no file
   */
  public static ImageListing of(final String key, final String text) {
    final String wanted = text.strip();
    final ImageListing listing = listed(key, wanted);
    if (listing.images.isEmpty()) {
      throw new UserError(key + " is \"" + wanted + "\", but there is no image" + why(listing));
    }
    return listing;
  }

  /** Whether a text names many images by its form: a folder, a pattern or a table. */
  public static boolean isMany(final String text) {
    return PathPattern.isPattern(text)
        || FileNames.path(text)
            .filter(path -> Files.isDirectory(path) || PathTable.isTable(path))
            .isPresent();
  }

  private static String why(final ImageListing listing) {
    return listing.unlisted.stream()
        .findFirst()
        .map(one -> ": \"" + one.path() + "\": " + one.reason())
        .orElse("");
  }

  private static ImageListing listed(final String key, final String text) {
    try {
      if (PathPattern.isPattern(text)) {
        return PathPattern.of(text).listing();
      }
      final Path path = Path.of(text).toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        return new FolderWalk(path, Integer.MAX_VALUE, file -> true).listing(path.toString());
      } else if (PathTable.isTable(path)) {
        return PathTable.read(key, path).listing();
      }
      throw unknown(key, text, null);
    } catch (final InvalidPathException e) {
      throw unknown(key, text, e);
    }
  }

  private static UserError unknown(final String key, final String text, final Exception cause) {
    return new UserError(
        String.format(
            Locale.ROOT,
            "%s is \"%s\", expected stack, open or the path of a folder of images, of a table of paths"
                + " (.csv, .tsv), or a pattern such as /data/**/*.tif%s",
            key,
            text,
            FileNames.hint(text)),
        cause);
  }

  /**
   * Where an image of a collection lies, whether it is there or not.
   *
   * @param name the collection's: an absolute folder, pattern or table
   * @param image the path that the collection gave it
   * @throws UserError when these are no paths
   */
  public static Path file(final String name, final String image) {
    try {
      return root(name).resolve(image).normalize();
    } catch (final InvalidPathException e) {
      throw new UserError("\"" + image + "\" of \"" + name + "\" is no path", e);
    }
  }

  private static Path root(final String name) {
    if (PathPattern.isPattern(name)) {
      return PathPattern.of(name).root();
    }
    final Path path = Path.of(name).toAbsolutePath();
    return PathTable.isNamed(path) && !Files.isDirectory(path) ? path.getParent() : path;
  }

  /** A path as a collection names it. */
  static String relative(final Path root, final Path file) {
    final Path path =
        root.getRoot() == null || !root.getRoot().equals(file.getRoot())
            ? file
            : root.relativize(file);
    return path.toString().replace('\\', '/');
  }

  /** The first folder on a path, which is a label where no table has one; empty for none. */
  static String folder(final String path) {
    final int end = path.indexOf('/');
    return end < 0 ? "" : path.substring(0, end);
  }

  /** What changes when a file does. */
  static String state(final BasicFileAttributes file) {
    return file.size() + " bytes, " + file.lastModifiedTime().toMillis();
  }

  static CollectionImage image(
      final Path root, final Path file, final String label, final String group) throws IOException {
    final String state = state(Files.readAttributes(file, BasicFileAttributes.class));
    return new CollectionImage(relative(root, file), Optional.of(file), label, group, state);
  }

  /**
   * The collection of these images.
   *
   * @param key as for {@link #of}
   */
  public <P extends SourcePicture> ImageCollection<P> collection(
      final String key, final ImageReader<P> reader) {
    return new ImageCollection<>(key, name, images, unlisted, reader);
  }
}
