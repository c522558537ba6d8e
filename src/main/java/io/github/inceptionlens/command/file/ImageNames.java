package io.github.inceptionlens.command.file;

import io.github.inceptionlens.collection.CollectionImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names for files that are made of the images of a collection: the image's own relative path
 * without its ending, which stays where two images differ by it alone.
 */
public final class ImageNames {

  private final Map<String, Long> stems;

  /**
   * @param images all of the collection
   */
  public ImageNames(final List<CollectionImage> images) {
    stems =
        images.stream()
            .map(image -> stem(path(image)))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** The path of an image's file below a folder, without an ending; nothing leads out of it. */
  public String of(final CollectionImage image) {
    final String path = path(image);
    return stems.get(stem(path)) > 1 ? path : stem(path);
  }

  private static String path(final CollectionImage image) {
    if (image.file().isEmpty()) {
      return image.path().replaceAll("[\\\\/:*?\"<>|\\x00-\\x1f]", "_");
    }
    return Arrays.stream(image.path().split("/"))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .map(part -> part.equals("..") ? "_" : part.replace(':', '_'))
        .collect(Collectors.joining("/"));
  }

  private static String stem(final String path) {
    return path.replaceFirst("(?<=[^/])\\.[^./]*$", "");
  }
}
