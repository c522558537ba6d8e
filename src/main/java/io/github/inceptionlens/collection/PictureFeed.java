package io.github.inceptionlens.collection;

import io.github.inceptionlens.core.UserError;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The pictures of a collection in its order, and between them what is left out. One image is open
 * at a time.
 */
public final class PictureFeed<P extends SourcePicture> implements Iterator<FeedItem<P>> {

  private final List<CollectionImage> images;
  private final ImageReader<P> reader;
  private final PictureDraw draw;
  private FeedPosition position;
  private List<P> open = List.of();
  private List<Integer> frames = List.of();
  private boolean isOpen;

  PictureFeed(
      final ImageCollection<P> collection,
      final ImageReader<P> reader,
      final PictureDraw draw,
      final FeedPosition position) {
    images = collection.images();
    this.reader = reader;
    this.draw = draw;
    this.position = position;
  }

  /** The part of the collection that is done, 0 to 1. */
  public double fraction() {
    final double within = frames.isEmpty() ? 0 : (double) position.frame() / frames.size();
    return draw.fraction(position, within, images.size());
  }

  @Override
  public boolean hasNext() {
    return position.image() < images.size() && !draw.isDone(position.pictures());
  }

  @Override
  public FeedItem<P> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the collection is at its end");
    }
    final CollectionImage image = images.get(draw.image(position.image()));
    try {
      open(image);
    } catch (final UnreadableImage | UserError e) {
      nextImage(position.pictures());
      return FeedItem.skipped(image, e.getMessage(), position);
    }
    final P picture = open.get(frames.get(position.frame()));
    final int given = position.pictures() + 1;
    if (position.frame() + 1 < frames.size()) {
      position = new FeedPosition(position.image(), position.frame() + 1, given);
    } else {
      nextImage(given);
    }
    return FeedItem.of(picture, image, position);
  }

  private void open(final CollectionImage image) {
    if (isOpen) {
      return;
    }
    open = reader.open(image);
    if (open.isEmpty()) {
      throw new UnreadableImage("it has no slice");
    }
    final int before = position.pictures() - position.frame();
    frames = draw.frames(position.image(), before, image, open.size());
    if (position.frame() >= frames.size()) {
      throw new UnreadableImage("it has fewer slices than when it was opened before");
    }
    isOpen = true;
  }

  private void nextImage(final int pictures) {
    open = List.of();
    frames = List.of();
    isOpen = false;
    position = new FeedPosition(position.image() + 1, 0, pictures);
  }
}
