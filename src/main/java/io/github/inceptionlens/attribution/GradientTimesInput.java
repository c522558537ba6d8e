package io.github.inceptionlens.attribution;

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
  protected Outcome compute(final Run run) {
    final Gradient gradient = run.gradient(GradientRequest.pixels(run.objective()));
    return Outcome.of(
        new AttributionMap.OfPixels(
            Planes.difference(run.picture(), run.baseline(), gradient.pixels())),
        gradient.value());
  }
}
