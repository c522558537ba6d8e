package io.github.inceptionlens.attribution.cam;

import io.github.inceptionlens.attribution.AttributionMethod;
import org.scijava.plugin.Plugin;

/**
 * The channels of a layer times their gradients, position by position: at the last module the exact
 * parts of the logit.
 *
 * @see <a href="https://arxiv.org/abs/2011.08891">Draelos and Carin 2020</a>
 */
@Plugin(type = AttributionMethod.class, name = "HiResCAM", priority = 60)
public final class HiResCam extends CamMethod {

  @Override
  float[] map(final LayerGradients.Slopes slopes) {
    return LayerGradients.products(slopes, (activation, gradient) -> activation * gradient);
  }
}
