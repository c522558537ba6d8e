package io.github.inceptionlens.collection.files;

import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table of paths, relative to itself, with a label and a group each where it has such columns.
 */
final class PathTable {

  private static final List<String> PATHS = List.of("path", "image", "file", "filename");

  private final Path file;
  private final List<List<String>> rows;
  private final int path;
  private final int label;
  private final int group;
  private final List<CollectionImage> images = new ArrayList<>();
  private final List<SkippedImage> unlisted = new ArrayList<>();

  private PathTable(final Path file, final List<List<String>> rows, final int path) {
    this.file = file;
    this.rows = rows;
    this.path = path;
    label = column(rows.get(0), List.of("label"));
    group = column(rows.get(0), List.of("group"));
  }

  static boolean isTable(final Path path) {
    return Files.isRegularFile(path) && isNamed(path);
  }

  /** Whether a path ends as tables do. */
  static boolean isNamed(final Path path) {
    return path.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv)");
  }

  /**
   * Reads a table.
   *
   * @throws UserError when it cannot be read, or has no column of paths
   */
  static PathTable read(final String key, final Path file) {
    final String name = key + ", \"" + file + "\",";
    final List<List<String>> rows = Csv.rows(text(name, file), name);
    if (rows.isEmpty()) {
      throw new UserError(name + " is empty: give it a column of paths");
    }
    final int path = column(rows.get(0), PATHS);
    if (path < 0) {
      throw new UserError(
          name
              + " has no column path; its columns are "
              + String.join(", ", rows.get(0))
              + ": call the one with the images' paths \"path\"");
    }
    return new PathTable(file, rows, path);
  }

  private static String text(final String name, final Path file) {
    try {
      return Files.readString(file);
    } catch (final CharacterCodingException e) {
      throw new UserError(name + " is no text in UTF-8: save it as CSV with that encoding", e);
    } catch (final IOException e) {
      throw new UserError(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The index of the first column with one of the names, in any case; -1 for none. */
  private static int column(final List<String> heading, final List<String> names) {
    for (final String name : names) {
      for (int i = 0; i < heading.size(); i++) {
        if (heading.get(i).equalsIgnoreCase(name)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The files in the order of the rows, each once. */
  ImageListing listing() {
    final Path root = file.getParent();
    final Set<String> seen = new HashSet<>();
    for (final List<String> row : rows.subList(1, rows.size())) {
      final String named = cell(row, path);
      try {
        final Path found = root.resolve(named).normalize();
        final CollectionImage image =
            ImageListing.image(root, found, label(row, found), cell(row, group));
        if (seen.add(image.path())) {
          images.add(image);
        } else {
          unlisted.add(new SkippedImage(named, "the table names it twice; it counts once"));
        }
      } catch (final InvalidPathException | IOException e) {
        unlisted.add(new SkippedImage(named, "there is no such file"));
      }
    }
    return new ImageListing(file.toString(), root, images, unlisted);
  }

  private String label(final List<String> row, final Path found) {
    return label < 0
        ? ImageListing.folder(ImageListing.relative(file.getParent(), found))
        : cell(row, label);
  }

  private static String cell(final List<String> row, final int column) {
    return column >= 0 && column < row.size() ? row.get(column) : "";
  }
}
