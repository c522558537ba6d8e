package io.github.inceptionlens.collection;

import java.util.Optional;

/**
 * A picture of a collection, or what is left out instead.
 *
 * @param picture nothing where something is left out
 * @param image the picture's image
 * @param skipped what is left out; nothing for a picture
 * @param next how far the collection was looked at once this is done
 */
public record FeedItem<P extends SourcePicture>(
    Optional<P> picture, CollectionImage image, Optional<SkippedImage> skipped, FeedPosition next) {

  static <P extends SourcePicture> FeedItem<P> of(
      final P picture, final CollectionImage image, final FeedPosition next) {
    return new FeedItem<>(Optional.of(picture), image, Optional.empty(), next);
  }

  static <P extends SourcePicture> FeedItem<P> skipped(
      final CollectionImage image, final String reason, final FeedPosition next) {
    return new FeedItem<>(
        Optional.empty(), image, Optional.of(new SkippedImage(image.path(), reason)), next);
  }

  /** The same place, of which the picture turned out to be of no use. */
  public FeedItem<P> without(final String reason) {
    final String path = picture.map(one -> one.id().toString()).orElse(image.path());
    return new FeedItem<>(
        Optional.empty(), image, Optional.of(new SkippedImage(path, reason)), next);
  }
}
