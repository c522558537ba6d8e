package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.textures.random.NuisanceRange;
import io.github.inceptionlens.textures.random.SeededRandom;

/**
 * How large, in which direction and how densely a structure is laid out, whatever its class.
 *
 * @param zoom the structure's size as a multiple of the class's own
 * @param turns the direction, 0 to 1 turn
 * @param density how many objects per area, as a multiple of the class's own
 */
public record Layout(double zoom, double turns, double density) {

  /** The layout that a seed stands for. */
  public static Layout draw(final long seed, final String purpose) {
    final SeededRandom dice = new SeededRandom(seed, purpose);
    return new Layout(
        NuisanceRange.SIZE.draw(dice),
        NuisanceRange.ORIENTATION.draw(dice),
        NuisanceRange.DENSITY.draw(dice));
  }
}
