package io.github.inceptionlens.textures;

/** How a structure becomes colours. */
public enum Colouring {
  /** A gray camera image. */
  GRAY,
  /** One fluorescent dye on black, shown in its colour. */
  FLUORESCENT,
  /** Two absorbing dyes in white light (Beer-Lambert), as hematoxylin and eosin. */
  BRIGHTFIELD;

  static Colouring draw(final Dice dice) {
    return values()[dice.below(3)];
  }
}
