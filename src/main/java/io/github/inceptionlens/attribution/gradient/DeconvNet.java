package io.github.inceptionlens.attribution.gradient;

import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.network.gradient.ReluRule;
import org.scijava.plugin.Plugin;

/**
 * The gradient with only its positive parts passed back at rectifiers, whether they fired or not;
 * pools give back to their winners. Nearly blind to the class.
 *
 * @see <a href="https://arxiv.org/abs/1311.2901">Zeiler and Fergus 2014</a>
 */
@Plugin(type = AttributionMethod.class, name = "DeconvNet", priority = 100)
public final class DeconvNet extends RuleMethod {

  /** The rule of DeconvNet. */
  public DeconvNet() {
    super(ReluRule.DECONVNET);
  }
}
