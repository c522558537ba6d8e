package io.github.inceptionlens.collection;

/**
 * How far a collection was looked at: all before it is done.
 *
 * @param image the index of the next picture's image in the order of the draw
 * @param frame the index of that picture within the image's drawn ones
 * @param pictures how many pictures were given
 */
public record FeedPosition(int image, int frame, int pictures) {

  /** Nothing is done yet. */
  public static final FeedPosition START = new FeedPosition(0, 0, 0);
}
