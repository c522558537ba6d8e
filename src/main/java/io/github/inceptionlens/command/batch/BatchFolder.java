package io.github.inceptionlens.command.batch;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import ij.ImagePlus;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.command.file.ImageNames;
import io.github.inceptionlens.command.file.OutputFolder;
import io.github.inceptionlens.command.file.TiffProperties;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.weights.cache.FileCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A folder with a TIFF file, or several, of every image of a collection, at the image's own
 * relative path.
 *
 * <p>Each file says by a key what it was made of, and keeps its rows of the table. A file that is
 * there with the same key is what would be written, so that a run goes on where it was ended; one
 * without is somebody else's.
 */
final class BatchFolder {

  /** The property that a file has by which it is known. */
  static final String RUN = ResultImages.PROPERTY_PREFIX + "batch";

  private static final String ROWS = ResultImages.PROPERTY_PREFIX + "batch rows";
  private static final String SUFFIX = ".tif";

  private final Gson gson = KeptJson.gson();
  private final Path folder;
  private final String parameters;
  private final int files;
  private final ImageNames names;

  /**
   * @param parameters all that a file depends on beside its image
   * @param files how many there are of each image
   * @param images all of the collection
   */
  BatchFolder(
      final Path folder,
      final String parameters,
      final int files,
      final List<CollectionImage> images) {
    this.folder = folder;
    this.parameters = parameters;
    this.files = files;
    names = new ImageNames(images);
  }

  /** The name of a file below the folder: the image's, with a number where there are several. */
  String name(final CollectionImage image, final int file) {
    final String number = files > 1 ? String.format(Locale.ROOT, "-%02d", file + 1) : "";
    return names.of(image) + number + SUFFIX;
  }

  private Path file(final CollectionImage image, final int file) {
    return folder.resolve(name(image, file));
  }

  private String key(final CollectionImage image) {
    return FileCache.key(String.join("\n", parameters, image.path(), image.state()));
  }

  /**
   * Refuses a folder that holds a file of another run under a name that is going to be used, and
   * makes it where it is not there.
   *
   * @throws UserError with the first such file
   */
  void requireOwn(final List<CollectionImage> images) {
    for (final CollectionImage image : images) {
      for (int i = 0; i < files; i++) {
        requireOwn(image, i);
      }
    }
    OutputFolder.make(folder);
  }

  private void requireOwn(final CollectionImage image, final int file) {
    final Path path = file(image, file);
    if (Files.exists(path) && !TiffProperties.of(path, RUN).equals(Optional.of(key(image)))) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "folder is \"%s\", which holds \"%s\" already, of another run: choose another folder,"
                  + " or move it away",
              folder,
              name(image, file)));
    }
  }

  /** The rows of an image's files where these are all there, a list per file. */
  Optional<List<List<MapRow>>> find(final CollectionImage image) {
    final List<List<MapRow>> all =
        IntStream.range(0, files)
            .mapToObj(i -> file(image, i))
            .filter(file -> TiffProperties.of(file, RUN).equals(Optional.of(key(image))))
            .flatMap(file -> TiffProperties.of(file, ROWS).flatMap(this::rows).stream())
            .toList();
    return Optional.of(all).filter(found -> found.size() == files);
  }

  private Optional<List<MapRow>> rows(final String json) {
    try {
      return Optional.of(List.of(gson.fromJson(json, MapRow[].class)));
    } catch (final JsonParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes an image's files, each at once and whole.
   *
   * @throws UserError when a file is there that is another's, or one cannot be written
   */
  void write(final CollectionImage image, final List<BatchFile> made) {
    for (int i = 0; i < made.size(); i++) {
      requireOwn(image, i);
      final ImagePlus shown = made.get(i).image();
      shown.setProp(RUN, key(image));
      shown.setProp(ROWS, gson.toJson(new ArrayList<>(made.get(i).rows())));
      write(shown, file(image, i));
    }
  }

  private static void write(final ImagePlus image, final Path file) {
    OutputFolder.write(
        file, image, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
