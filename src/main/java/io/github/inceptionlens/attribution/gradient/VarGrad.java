package io.github.inceptionlens.attribution.gradient;

import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.RunningMoments;
import io.github.inceptionlens.core.MapStack;
import org.scijava.plugin.Plugin;

/**
 * The variance of the gradient under noise.
 *
 * @see <a href="https://arxiv.org/abs/1810.03292">Adebayo et al. 2018</a>
 */
@Plugin(type = AttributionMethod.class, name = "VarGrad", priority = 160)
public final class VarGrad extends NoisyMethod {

  @Override
  MapStack summary(final RunningMoments gradients) {
    return gradients.variance();
  }
}
