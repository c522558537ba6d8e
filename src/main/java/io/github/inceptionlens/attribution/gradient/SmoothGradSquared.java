package io.github.inceptionlens.attribution.gradient;

import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.RunningMoments;
import io.github.inceptionlens.core.MapStack;
import org.scijava.plugin.Plugin;

/**
 * The mean squared gradient under noise.
 *
 * @see <a href="https://arxiv.org/abs/1806.10758">Hooker et al. 2019</a>
 */
@Plugin(type = AttributionMethod.class, name = "SmoothGrad-Squared", priority = 170)
public final class SmoothGradSquared extends NoisyMethod {

  @Override
  MapStack summary(final RunningMoments gradients) {
    return gradients.meanSquare();
  }
}
