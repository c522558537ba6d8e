package io.github.inceptionlens.image.place;

import ij.ImagePlus;
import io.github.inceptionlens.collection.UnreadableImage;
import io.github.inceptionlens.collection.files.ImageListing;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.file.ImageFile;
import io.github.inceptionlens.image.input.OpenImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The image that a place is in: an open one, or else its file. */
public final class PlacedImages {

  private static final Pattern NUMBERED = Pattern.compile("(?:(.*) \\()?id:(-\\d+)\\)?");

  private PlacedImages() {}

  /**
   * The image, not shown where it was not open.
   *
   * @throws UserError when it is neither open nor a file that can be opened
   */
  public static ImagePlus of(final ImagePlace place) {
    if (!place.collection().isEmpty()) {
      return ofFile(ImageListing.file(place.collection(), place.image()));
    }
    return titled(place.image())
        .or(() -> numbered(place.image()))
        .or(() -> path(place.image()).map(PlacedImages::ofFile))
        .orElseThrow(
            () ->
                new UserError(
                    "no image \""
                        + place.image()
                        + "\" is open, and which file it was is not known: open it and try again"));
  }

  private static Optional<ImagePlus> titled(final String title) {
    final List<ImagePlus> all = open(image -> title.equals(image.getTitle()));
    if (all.size() > 1) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%d open images have the title \"%s\": rename one (Image > Rename...)",
              all.size(),
              title));
    }
    return all.stream().findFirst();
  }

  /** By ImageJ's number, as collections name open images of which several have one title. */
  private static Optional<ImagePlus> numbered(final String name) {
    final Matcher parts = NUMBERED.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return open(
            image ->
                parts.group(2).equals(String.valueOf(image.getID()))
                    && (parts.group(1) == null || parts.group(1).equals(image.getTitle())))
        .stream()
        .findFirst();
  }

  private static List<ImagePlus> open(final Predicate<ImagePlus> which) {
    return OpenImages.all().stream().filter(which).toList();
  }

  /** The absolute path that a name is, or the file of the working folder. */
  private static Optional<Path> path(final String name) {
    return FileNames.path(name).filter(one -> one.isAbsolute() || Files.isRegularFile(one));
  }

  private static ImagePlus ofFile(final Path file) {
    return open(image -> OpenFile.isOf(image, file)).stream()
        .findFirst()
        .orElseGet(() -> opened(file));
  }

  private static ImagePlus opened(final Path file) {
    if (!Files.exists(file)) {
      throw new UserError(
          "there is no file \"" + file + "\" any more: it was moved, renamed or deleted");
    }
    try {
      return ImageFile.open(file);
    } catch (final UnreadableImage e) {
      throw new UserError("\"" + file + "\" cannot be opened: " + e.getMessage(), e);
    }
  }
}
