package io.github.inceptionlens.collection;

import io.github.inceptionlens.core.geometry.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Collections of pictures that are in memory, each an image of its own called by its number. */
public final class MemoryPictures {

  private MemoryPictures() {}

  /** A picture in memory. */
  public record MemoryPicture(PictureId id, String label, View view) implements SourcePicture {}

  /** The name of the picture at an index. */
  public static PictureId id(final int index) {
    return new PictureId(String.format(Locale.ROOT, "%05d", index), 1);
  }

  /** The index of a picture. */
  public static int index(final PictureId id) {
    return Integer.parseInt(id.image());
  }

  /** The collection of some pictures, without labels. */
  public static ImageCollection<MemoryPicture> of(final List<View> views) {
    return of(views, views.stream().map(view -> "").toList());
  }

  /** The collection of some pictures. */
  public static ImageCollection<MemoryPicture> of(
      final List<View> views, final List<String> labels) {
    final List<CollectionImage> images = new ArrayList<>();
    IntStream.range(0, views.size())
        .forEach(
            i ->
                images.add(
                    new CollectionImage(
                        id(i).image(), Optional.empty(), labels.get(i), "", "in memory")));
    return new ImageCollection<>(
        "images",
        "memory",
        images,
        List.of(),
        image -> {
          final int index = Integer.parseInt(image.path());
          return List.of(new MemoryPicture(id(index), image.label(), views.get(index)));
        });
  }
}
