package io.github.inceptionlens.attribution.cam;

import io.github.inceptionlens.attribution.AttributionMethod;
import org.scijava.plugin.Plugin;

/**
 * The channels of a layer times the positive parts of their gradients, position by position; sharp
 * at low layers.
 *
 * @see <a href="https://doi.org/10.1109/TIP.2021.3089943">Jiang et al. 2021</a>
 */
@Plugin(type = AttributionMethod.class, name = "LayerCAM", priority = 50)
public final class LayerCam extends CamMethod {

  @Override
  float[] map(final LayerGradients.Slopes slopes) {
    return LayerGradients.rectified(
        LayerGradients.products(
            slopes, (activation, gradient) -> activation * Math.max(gradient, 0)));
  }
}
