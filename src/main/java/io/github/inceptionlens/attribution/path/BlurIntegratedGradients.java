package io.github.inceptionlens.attribution.path;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MethodResult;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import org.scijava.plugin.Plugin;

/**
 * The gradient integrated along the path on which the picture comes out of a Gaussian blur, in
 * steps that are short where it is sharp: the standard deviation falls with the square. Needs no
 * baseline; the values add up to the target's change from the most blurred picture, whose standard
 * deviation is 50 pixels for a picture of 224.
 *
 * @see <a href="https://arxiv.org/abs/2004.03383">Xu et al. 2020</a>
 */
@Plugin(type = AttributionMethod.class, name = "Blur Integrated Gradients", priority = 130)
public final class BlurIntegratedGradients extends AbstractMethod {

  private static final double STRONGEST = 50.0 / 224;

  /** Reads the steps. */
  public BlurIntegratedGradients() {
    super(Option.STEPS);
  }

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return PathIntegral.passes(request.steps());
  }

  @Override
  protected MethodResult compute(final AttributionContext run) {
    return new PathIntegral(run, new Sharpening(run.picture())).compute(run.request().steps());
  }

  /** The path, which remembers its last picture: a step begins where the one before it ended. */
  private static final class Sharpening implements PathIntegral.Path {

    private final Picture picture;
    private double lastPart = 1;
    private Picture last;

    Sharpening(final Picture picture) {
      this.picture = picture;
      this.last = picture;
    }

    @Override
    public Picture at(final double part) {
      if (part != lastPart) {
        lastPart = part;
        last = blurred((1 - part) * (1 - part));
      }
      return last;
    }

    private Picture blurred(final double strength) {
      final int width = picture.width();
      final int height = picture.height();
      final double sigma = strength * STRONGEST * Math.max(width, height);
      return PlaneArithmetic.resampled(
          picture,
          new Resampling(
              FilterWeights.gaussian(width, sigma), FilterWeights.gaussian(height, sigma)));
    }
  }
}
