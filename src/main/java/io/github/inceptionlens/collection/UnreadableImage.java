package io.github.inceptionlens.collection;

/** Says why an image is of no use, in a few words; the collection names it and goes on. */
public final class UnreadableImage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason continues "it is left out: "
   */
  public UnreadableImage(final String reason) {
    super(reason);
  }
}
