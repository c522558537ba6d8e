package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.collection.PictureId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which items are measured, and on which of the others is chosen what is measured: either half has
 * half of the images with items of each kind. Where a kind is on the slices of one image alone, its
 * first slices are for choosing and the others are measured; where it is on a single picture,
 * blocks of it take turns, as on a checkerboard.
 */
public final class Halves {

  private final Function<PictureId, String> groups;
  private final Map<String, Boolean> measured = new HashMap<>();
  private final Map<String, PictureId> cuts = new HashMap<>();
  private final Set<String> divided = new HashSet<>();

  private Halves(final Function<PictureId, String> groups) {
    this.groups = groups;
  }

  /**
   * The halves of what was drawn; the kinds take their turns in alphabetical order.
   *
   * @param groups what a picture belongs together with, and is never parted from: its image, or
   *     more
   */
  public static Halves of(final DrawnItems drawn, final Function<PictureId, String> groups) {
    final Halves halves = new Halves(groups);
    drawn.kinds().forEach(kind -> halves.add(drawn.items(kind)));
    return halves;
  }

  private void add(final List<DrawnItem> kind) {
    final List<PictureId> pictures =
        kind.stream().map(DrawnItem::picture).distinct().sorted().toList();
    final List<String> own = pictures.stream().map(groups).distinct().sorted().toList();
    if (own.size() == 1 && isFree(own.get(0))) {
      divide(own.get(0), pictures);
    } else {
      share(own);
    }
  }

  private boolean isFree(final String group) {
    return !measured.containsKey(group) && !cuts.containsKey(group) && !divided.contains(group);
  }

  private void divide(final String group, final List<PictureId> pictures) {
    if (pictures.size() == 1) {
      divided.add(group);
    } else {
      cuts.put(group, pictures.get((pictures.size() - 1) / 2));
    }
  }

  private void share(final List<String> own) {
    int ahead =
        own.stream()
            .filter(measured::containsKey)
            .mapToInt(one -> measured.get(one) ? 1 : -1)
            .sum();
    for (final String group : own) {
      if (isFree(group)) {
        measured.put(group, ahead < 0);
        ahead += ahead < 0 ? 1 : -1;
      }
    }
  }

  /** Whether an item of these is measured; what is measured is chosen on the others. */
  boolean isMeasured(final DrawnItem item) {
    final String group = groups.apply(item.picture());
    if (divided.contains(group)) {
      return item.odd();
    }
    return cuts.containsKey(group)
        ? item.picture().compareTo(cuts.get(group)) > 0
        : measured.get(group);
  }

  /** Whether a single picture had to be divided, whose blocks see much of each other. */
  public boolean isOnePicture() {
    return !divided.isEmpty();
  }
}
