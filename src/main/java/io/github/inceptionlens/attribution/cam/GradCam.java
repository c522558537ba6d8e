package io.github.inceptionlens.attribution.cam;

import io.github.inceptionlens.attribution.AttributionMethod;
import org.scijava.plugin.Plugin;

/**
 * The channels of a layer, each times its mean gradient; what is left above zero.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al. 2017</a>
 */
@Plugin(type = AttributionMethod.class, name = "Grad-CAM", priority = 80)
public final class GradCam extends CamMethod {

  @Override
  float[] map(final LayerGradients.Slopes slopes) {
    return LayerGradients.rectified(signed(slopes));
  }

  /** The map before its negative values are cut off. */
  public static float[] signed(final LayerGradients.Slopes slopes) {
    return LayerGradients.weighted(
        slopes.map(), channel -> LayerGradients.mean(slopes.gradient(channel)));
  }
}
