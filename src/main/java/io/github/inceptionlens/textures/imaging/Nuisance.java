package io.github.inceptionlens.textures.imaging;

import io.github.inceptionlens.textures.random.NuisanceRange;
import io.github.inceptionlens.textures.random.SeededRandom;

/**
 * How one image was taken, whatever it shows; {@link NuisanceRange} gives meanings, units and
 * ranges.
 *
 * @param background the signal where there is no structure
 * @param contrast the structure's signal above the background
 * @param darkOnBright whether the structure is dark
 * @param shade how much the middle tones are raised or lowered
 * @param coloring gray, fluorescent or bright field
 * @param hue the fluorescent color, or which pair of stains
 * @param stain the optical density of the structure's stain at signal 0
 * @param counterstain the second stain's optical density
 * @param blur the deviation of the Gaussian blur in pixels
 * @param haze the deviation of the uneven background
 * @param illumination how much the light falls across the image
 * @param lightTurns the direction in which it falls
 * @param photons the photons at full scale
 * @param readNoise the deviation of the Gaussian noise
 */
public record Nuisance(
    double background,
    double contrast,
    boolean darkOnBright,
    double shade,
    Coloring coloring,
    double hue,
    double stain,
    double counterstain,
    double blur,
    double haze,
    double illumination,
    double lightTurns,
    double photons,
    double readNoise) {

  /** The nuisance that a seed stands for. */
  public static Nuisance draw(final long seed) {
    final SeededRandom dice = new SeededRandom(seed, "nuisance");
    return new Nuisance(
        NuisanceRange.BACKGROUND.draw(dice),
        NuisanceRange.CONTRAST.draw(dice),
        dice.chance(NuisanceRange.DARK_ON_BRIGHT.high()),
        NuisanceRange.SHADE.draw(dice),
        Coloring.draw(dice),
        NuisanceRange.HUE.draw(dice),
        NuisanceRange.STAIN.draw(dice),
        NuisanceRange.COUNTERSTAIN.draw(dice),
        NuisanceRange.BLUR.draw(dice),
        NuisanceRange.HAZE.draw(dice),
        NuisanceRange.ILLUMINATION.draw(dice),
        dice.unit(),
        NuisanceRange.PHOTONS.draw(dice),
        NuisanceRange.READ_NOISE.draw(dice));
  }

  /** The same but for the coloring. */
  public Nuisance in(final Coloring other) {
    return new Nuisance(
        background,
        contrast,
        darkOnBright,
        shade,
        other,
        hue,
        stain,
        counterstain,
        blur,
        haze,
        illumination,
        lightTurns,
        photons,
        readNoise);
  }

  /**
   * How many pixels to each side, along rows and columns, the blur spreads what a pixel shows; no
   * pixel farther off changes with it.
   */
  public int blurRadius() {
    return Blur.reach(blur);
  }
}
