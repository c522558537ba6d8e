package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Resampling;
import io.github.inceptionlens.core.Taps;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The way from a picture to the same under a strong blur, in steps that are short where the picture
 * is sharp: standard deviations grow with the square of the way.
 */
final class BlurPath {

  private static final double STRONGEST = 50.0 / 224;

  private final int steps;
  private final double strongest;

  private int done;
  private double sigma;
  private PlanarImg<FloatType, FloatArray> blurred;

  BlurPath(final PlanarImg<FloatType, FloatArray> picture, final int steps) {
    this.steps = steps;
    this.strongest = STRONGEST * Math.max(picture.dimension(0), picture.dimension(1));
    this.blurred = picture;
  }

  /** One step of the way: its ends and its middle. */
  record Step(
      PlanarImg<FloatType, FloatArray> sharper,
      PlanarImg<FloatType, FloatArray> middle,
      PlanarImg<FloatType, FloatArray> blurrier) {}

  /** The next step, towards more blur. */
  Step next() {
    final PlanarImg<FloatType, FloatArray> sharper = blurred;
    final PlanarImg<FloatType, FloatArray> middle = blur((done + 0.5) / steps);
    done++;
    return new Step(sharper, middle, blur((double) done / steps));
  }

  /** Where the last step ended. */
  PlanarImg<FloatType, FloatArray> end() {
    return blurred;
  }

  /** Blurs what is blurred already by what is missing. */
  private PlanarImg<FloatType, FloatArray> blur(final double part) {
    final double wanted = strongest * part * part;
    final double missing = Math.sqrt(wanted * wanted - sigma * sigma);
    blurred =
        Planes.resampled(
            blurred,
            new Resampling(
                Taps.gaussian((int) blurred.dimension(0), missing),
                Taps.gaussian((int) blurred.dimension(1), missing)));
    sigma = wanted;
    return blurred;
  }
}
