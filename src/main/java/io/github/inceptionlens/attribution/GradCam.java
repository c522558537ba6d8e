package io.github.inceptionlens.attribution;

import org.scijava.plugin.Plugin;

/**
 * The channels of a layer, each times its mean gradient; what is left above zero.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al. 2017</a>
 */
@Plugin(type = AttributionMethod.class, name = "Grad-CAM", priority = 80)
public final class GradCam extends CamMethod {

  @Override
  float[] map(final Cams.Slopes slopes) {
    return Cams.rectified(signed(slopes));
  }

  /** The map before its negative values are cut off. */
  static float[] signed(final Cams.Slopes slopes) {
    return Cams.weighted(slopes.map(), channel -> Cams.mean(slopes.gradient(channel)));
  }
}
