package io.github.inceptionlens.textures.imaging;

import io.github.inceptionlens.textures.random.SeededRandom;

/** How a structure becomes colors. */
public enum Coloring {
  /** A gray camera image. */
  GRAY,
  /** One fluorescent dye on black, shown in its color. */
  FLUORESCENT,
  /** Two absorbing dyes in white light (Beer-Lambert), as hematoxylin and eosin. */
  BRIGHTFIELD;

  static Coloring draw(final SeededRandom dice) {
    return values()[dice.below(3)];
  }
}
