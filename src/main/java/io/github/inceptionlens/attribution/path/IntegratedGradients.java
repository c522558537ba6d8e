package io.github.inceptionlens.attribution.path;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MethodResult;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.Picture;
import org.scijava.plugin.Plugin;

/**
 * The difference of picture and baseline times the mean gradient on the straight path between them,
 * at the midpoints of steps. The values add up to the target's change.
 *
 * @see <a href="https://arxiv.org/abs/1703.01365">Sundararajan et al. 2017</a>
 */
@Plugin(type = AttributionMethod.class, name = "Integrated Gradients", priority = 150)
public final class IntegratedGradients extends AbstractMethod {

  /** Reads the baseline, the steps and, for noise, the seed. */
  public IntegratedGradients() {
    super(Option.BASELINE, Option.STEPS, Option.SEED);
  }

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return PathIntegral.passes(request.steps());
  }

  @Override
  protected MethodResult compute(final AttributionContext run) {
    return from(run.baseline(), run).compute(run.request().steps());
  }

  /** The integral from a baseline to the picture. */
  static PathIntegral from(final Picture baseline, final AttributionContext run) {
    return new PathIntegral(run, part -> PlaneArithmetic.between(baseline, run.picture(), part));
  }
}
