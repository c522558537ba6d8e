package io.github.inceptionlens.attribution.gradient;

import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.network.gradient.ReluRule;
import org.scijava.plugin.Plugin;

/**
 * The derivative of the target with respect to each pixel: change per step of the 0-255 scale.
 *
 * @see <a href="https://arxiv.org/abs/1312.6034">Simonyan et al. 2014</a>
 */
@Plugin(type = AttributionMethod.class, name = "Gradient", priority = 200)
public final class PlainGradient extends RuleMethod {

  /** The exact derivative. */
  public PlainGradient() {
    super(ReluRule.EXACT);
  }
}
