package io.github.inceptionlens.attribution.gradient;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MethodResult;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.network.gradient.Gradient;
import io.github.inceptionlens.network.gradient.GradientRequest;
import org.scijava.plugin.Plugin;

/**
 * The gradient times the difference of picture and baseline: what the target would change by, were
 * it linear.
 *
 * @see <a href="https://arxiv.org/abs/1605.01713">Shrikumar et al. 2016</a>
 */
@Plugin(type = AttributionMethod.class, name = "Gradient x Input", priority = 190)
public final class GradientTimesInput extends AbstractMethod {

  /** Reads the baseline and, for noise, the seed. */
  public GradientTimesInput() {
    super(Option.BASELINE, Option.SEED);
  }

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return 1;
  }

  @Override
  protected MethodResult compute(final AttributionContext run) {
    final Gradient gradient = run.gradient(GradientRequest.pixels(run.objective()));
    return MethodResult.of(
        new AttributionMap.OfPixels(
            PlaneArithmetic.difference(run.picture(), run.baseline(), gradient.pixels())),
        gradient.value());
  }
}
