package io.github.inceptionlens.textures;

/**
 * What was drawn for one image independently of its class; {@link NuisanceRange} gives meanings,
 * units and ranges.
 *
 * @param layout size, direction and density of the structure
 * @param background the signal where there is no structure
 * @param contrast the structure's signal above the background
 * @param darkOnBright whether the structure is dark
 * @param shade how much the middle tones are raised or lowered
 * @param colouring gray, fluorescent or bright field
 * @param hue the fluorescent colour, or how the stains vary
 * @param counterstain the second stain's optical density
 * @param blur the deviation of the Gaussian blur in pixels
 * @param haze the deviation of the uneven background
 * @param illumination how much the light falls across the image
 * @param lightTurns the direction in which it falls
 * @param photons the photons at full scale
 * @param readNoise the deviation of the Gaussian noise
 */
public record Nuisance(
    Layout layout,
    double background,
    double contrast,
    boolean darkOnBright,
    double shade,
    Colouring colouring,
    double hue,
    double counterstain,
    double blur,
    double haze,
    double illumination,
    double lightTurns,
    double photons,
    double readNoise) {

  /** The nuisance that a seed stands for. */
  static Nuisance draw(final long seed) {
    final Dice dice = new Dice(seed, "nuisance");
    return new Nuisance(
        Layout.draw(dice),
        NuisanceRange.BACKGROUND.draw(dice),
        NuisanceRange.CONTRAST.draw(dice),
        dice.chance(NuisanceRange.DARK_ON_BRIGHT.high()),
        NuisanceRange.SHADE.draw(dice),
        Colouring.draw(dice),
        NuisanceRange.HUE.draw(dice),
        NuisanceRange.COUNTERSTAIN.draw(dice),
        NuisanceRange.BLUR.draw(dice),
        NuisanceRange.HAZE.draw(dice),
        NuisanceRange.ILLUMINATION.draw(dice),
        dice.unit(),
        NuisanceRange.PHOTONS.draw(dice),
        NuisanceRange.READ_NOISE.draw(dice));
  }
}
