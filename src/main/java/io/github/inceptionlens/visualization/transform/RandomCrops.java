package io.github.inceptionlens.visualization.transform;

import java.util.Locale;

/**
 * Square crops at random places, the most of them about the middle, enlarged to the size at which
 * the network sees them, with noise: features come out at many scales, the coarse ones first. The
 * side of the crops falls over the first {@value #FALL} steps, and not below {@value #FEWEST}
 * pixels, for smaller ones hold nothing to enlarge; pictures of less than twice as many pixels have
 * crops of the first size throughout.
 *
 * @param count how many crops of a picture each step sees, at least 1
 * @param first the mean side of a crop at first, as a part of the picture's, above 0, at most 1
 * @param last the mean side at last
 * @param noise the standard deviation of the noise, as a part of the range of pixels, from 0 up
 * @see <a href="https://arxiv.org/abs/2306.06805">Fel et al. 2023</a>
 */
public record RandomCrops(int count, double first, double last, double noise)
    implements Transforms {

  /** The number of steps over which the side falls. */
  static final int FALL = 256;

  /** A twentieth of the 512 pixels of Xplique's pictures. */
  static final int FEWEST = 26;

  /** The largest side at which the network sees a crop: what it was trained on. */
  private static final int LARGEST = 224;

  /** Refuses values out of range. */
  public RandomCrops {
    if (count < 1 || !(noise >= 0) || !isPart(first) || !isPart(last)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d crops of %s to %s with noise %s", count, first, last, noise));
    }
  }

  private static boolean isPart(final double side) {
    return side > 0 && side <= 1;
  }

  @Override
  public String label() {
    return "crops";
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "crops: %d, side %s to %s (at least %d pixels) over %d steps, noise %s",
        count,
        first,
        last,
        FEWEST,
        FALL,
        noise);
  }

  @Override
  public int output(final int length) {
    return Math.min(length, LARGEST);
  }

  @Override
  public int copies() {
    return count;
  }

  /**
   * The mean side of crops after so many steps, as a part of the picture's.
   *
   * @param length the picture's side in pixels
   */
  double side(final int step, final int length) {
    return first + (smallest(length) - first) * Math.min(1, step / (FALL - 1.0));
  }

  /** The smallest side that is drawn. */
  double smallest(final int length) {
    return Math.min(first, Math.max(last, (double) FEWEST / length));
  }
}
