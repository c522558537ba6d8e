package io.github.inceptionlens.image.place;

/**
 * A place in an image that outlives the session: which image, which slice, and what is selected.
 *
 * @param collection the absolute folder, pattern or table that the image's path is relative to;
 *     empty for an image that was open, or a path that stands for itself
 * @param image the path, the title of an image that was open, or {@code id:-3} by ImageJ's number
 * @param slice the index in the image's stack, from 1; 0 for the slice that is shown
 */
public record ImagePlace(String collection, String image, int slice, PlaceMark mark) {

  /** The same image and slice with nothing selected. */
  public ImagePlace unmarked() {
    return new ImagePlace(collection, image, slice, PlaceMark.NOTHING);
  }

  /** Whether another place is on the same slice of the same image. */
  public boolean isBeside(final ImagePlace other) {
    return unmarked().equals(other.unmarked());
  }
}
