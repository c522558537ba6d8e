package io.github.inceptionlens.attribution.gradient;

import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.network.gradient.ReluRule;
import org.scijava.plugin.Plugin;

/**
 * The gradient with only its positive parts passed back at rectifiers that fired. Sharp, and nearly
 * blind to the class.
 *
 * @see <a href="https://arxiv.org/abs/1412.6806">Springenberg et al. 2015</a>
 */
@Plugin(type = AttributionMethod.class, name = "Guided Backpropagation", priority = 110)
public final class GuidedBackpropagation extends RuleMethod {

  /** The guided rule. */
  public GuidedBackpropagation() {
    super(ReluRule.GUIDED);
  }
}
