package io.github.inceptionlens.attribution.gradient;

import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.RunningMoments;
import io.github.inceptionlens.core.MapStack;
import org.scijava.plugin.Plugin;

/**
 * The mean gradient under noise.
 *
 * @see <a href="https://arxiv.org/abs/1706.03825">Smilkov et al. 2017</a>
 */
@Plugin(type = AttributionMethod.class, name = "SmoothGrad", priority = 180)
public final class SmoothGrad extends NoisyMethod {

  @Override
  MapStack summary(final RunningMoments gradients) {
    return gradients.mean();
  }
}
