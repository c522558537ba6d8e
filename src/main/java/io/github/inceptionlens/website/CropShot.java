package io.github.inceptionlens.website;

/**
 * A crop of the user's images that shows what a unit responds to.
 *
 * @param picture what the unit sees there, no side longer than {@link #SIDE}
 * @param part of all values that lie below, 0 to 1; 1 for the strongest
 * @param value the unit's value there, before its rectifier
 * @param label what the picture shows; empty for nothing
 * @param place in words where it is; empty where that is not told
 */
public record CropShot(
    SmallPicture picture, double part, double value, String label, String place) {

  /** The longest side of a crop as pages show it, in pixels. */
  public static final int SIDE = 160;

  /** What the page says of it beside its value. */
  public String caption() {
    return label.isEmpty() || place.isEmpty() ? label + place : label + ", " + place;
  }
}
