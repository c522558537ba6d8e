package io.github.inceptionlens.attribution;

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
  float[] map(final Cams.Slopes slopes) {
    return Cams.products(slopes, (activation, gradient) -> activation * gradient);
  }
}
