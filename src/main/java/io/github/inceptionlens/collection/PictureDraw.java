package io.github.inceptionlens.collection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which pictures of a collection are looked at: all, or so many by chance.
 *
 * <p>Of images that are drawn, each gives the same number of slices, as far as it has them; what is
 * missing comes from those after it.
 */
final class PictureDraw {

  static final PictureDraw ALL = new PictureDraw(Integer.MAX_VALUE, 0, List.of(), 0);

  private final int limit;
  private final long seed;
  private final List<Integer> order;
  private final int first;

  /**
   * @param order indices of images; empty for the collection's own order
   * @param first how many of them are drawn; the others stand in for those
   */
  private PictureDraw(
      final int limit, final long seed, final List<Integer> order, final int first) {
    this.limit = limit;
    this.seed = seed;
    this.order = order;
    this.first = first;
  }

  static PictureDraw of(final List<CollectionImage> images, final int limit, final long seed) {
    final List<Integer> all = new ArrayList<>(IntStream.range(0, images.size()).boxed().toList());
    Collections.shuffle(all, new Random(seed));
    final int first = Math.min(limit, all.size());
    Collections.sort(all.subList(0, first));
    return new PictureDraw(limit, seed, List.copyOf(all), first);
  }

  /** The index of the image that comes at a place. */
  int image(final int place) {
    return order.isEmpty() ? place : order.get(place);
  }

  /** Whether there are pictures enough. */
  boolean isDone(final int pictures) {
    return pictures >= limit;
  }

  /**
   * The part that is done: of all images, or of the pictures that are wanted.
   *
   * @param within the part of the current image
   */
  double fraction(final FeedPosition position, final double within, final int images) {
    return this == ALL
        ? Math.min(1, (position.image() + within) / Math.max(1, images))
        : (double) position.pictures() / limit;
  }

  /**
   * The frames of an image that are drawn, ascending.
   *
   * @param place of the image in the order
   * @param pictures how many pictures were given before this image
   * @param count how many frames the image has
   */
  List<Integer> frames(
      final int place, final int pictures, final CollectionImage image, final int count) {
    final List<Integer> all = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    if (this == ALL) {
      return all;
    }
    final int sharing = Math.max(1, first - place);
    final int quota = Math.min(count, (limit - pictures + sharing - 1) / sharing);
    Collections.shuffle(all, new Random(31 * seed + image.path().hashCode()));
    return all.subList(0, quota).stream().sorted().toList();
  }

  @Override
  public String toString() {
    return this == ALL ? "all" : limit + " pictures drawn by seed " + seed;
  }
}
