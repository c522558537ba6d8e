package io.github.inceptionlens.image.input;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;

/** How a region of any size becomes the network's picture. */
public enum Fit {

  /** Every pixel as it is, or scaled by a factor. */
  OWN_SIZE("own size") {
    @Override
    Sizing sizing(final int width, final int height, final double scale) {
      return Sizing.scaled(width, height, scale);
    }
  },

  /** The short side becomes 224 pixels, then the square in the middle. */
  CENTER_CROP("center crop") {
    @Override
    Sizing sizing(final int width, final int height, final double scale) {
      return Sizing.centerCrop(width, height, SIDE);
    }
  },

  /** Both sides become 224 pixels. */
  STRETCH("stretch") {
    @Override
    Sizing sizing(final int width, final int height, final double scale) {
      return Sizing.stretch(width, height, SIDE);
    }
  };

  /** The side in pixels of the pictures that the network was trained on. */
  public static final int SIDE = 224;

  private final String label;

  Fit(final String label) {
    this.label = label;
  }

  /** The name in dialogs and macros. */
  public String label() {
    return label;
  }

  /**
   * The fit with the given label, in any case.
   *
   * @throws UserError when there is none
   */
  public static Fit of(final String label) {
    return Choices.named("fit", label, values(), Fit::label);
  }

  /** The sizes for a region of the given size; only {@link #OWN_SIZE} heeds the scale. */
  abstract Sizing sizing(int width, int height, double scale);

  @Override
  public String toString() {
    return label;
  }
}
