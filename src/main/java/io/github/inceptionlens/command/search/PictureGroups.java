package io.github.inceptionlens.command.search;

import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import java.util.HashMap;
import java.util.Map;

/** What pictures belong together with: all slices of an image, or what a table says of it. */
public final class PictureGroups {

  private final Map<String, String> groups = new HashMap<>();

  public PictureGroups(final ImageCollection<?> pictures) {
    for (final CollectionImage image : pictures.images()) {
      final String group = image.group();
      groups.put(image.path(), group.isEmpty() ? "image " + image.path() : "group " + group);
    }
  }

  /** What a picture belongs to. */
  public String of(final PictureId picture) {
    return groups.get(picture.image());
  }
}
