package io.github.inceptionlens.attribution.cam;

import io.github.inceptionlens.attribution.AttributionMethod;
import org.scijava.plugin.Plugin;

/**
 * Grad-CAM with weights that let several instances of a class count alike.
 *
 * @see <a href="https://arxiv.org/abs/1710.11063">Chattopadhay et al. 2018</a>
 */
@Plugin(type = AttributionMethod.class, name = "Grad-CAM++", priority = 70)
public final class GradCamPlusPlus extends CamMethod {

  @Override
  float[] map(final LayerGradients.Slopes slopes) {
    return LayerGradients.rectified(
        LayerGradients.weighted(
            slopes.map(), channel -> weight(slopes.activation(channel), slopes.gradient(channel))));
  }

  /**
   * The sum over positions of {@code g^2 / (2 g^2 + S g^3) * relu(g)}, where S is the sum of the
   * channel's activations. With g^2 cut out of the fraction nothing underflows, and only a divisor
   * of exactly zero needs a guard.
   */
  static double weight(final float[] activation, final float[] gradient) {
    double sum = 0;
    for (final float value : activation) {
      sum += value;
    }
    double weight = 0;
    for (final float slope : gradient) {
      final double divisor = 2 + sum * slope;
      if (slope > 0 && divisor != 0) {
        weight += slope / divisor;
      }
    }
    return weight;
  }
}
