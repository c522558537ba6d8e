package io.github.inceptionlens.attribution;

import org.scijava.plugin.Plugin;

/**
 * Grad-CAM with weights that let several instances of a class count alike.
 *
 * @see <a href="https://arxiv.org/abs/1710.11063">Chattopadhay et al. 2018</a>
 */
@Plugin(type = AttributionMethod.class, name = "Grad-CAM++")
public final class GradCamPlusPlus extends CamMethod {

  private static final double GUARD = 1e-6;

  @Override
  float[] map(final Cams.Slopes slopes) {
    return Cams.rectified(
        Cams.weighted(
            slopes.map(), channel -> weight(slopes.activation(channel), slopes.gradient(channel))));
  }

  private static double weight(final float[] activation, final float[] gradient) {
    double sum = 0;
    for (final float value : activation) {
      sum += value;
    }
    double weight = 0;
    for (final float slope : gradient) {
      if (slope > 0) {
        final double square = (double) slope * slope;
        final double divisor = 2 * square + sum * slope * square + GUARD;
        weight += divisor > 0 ? square / divisor * slope : 0;
      }
    }
    return weight;
  }
}
