package io.github.inceptionlens.activation;

import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.FeatureMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way of a picture through the network: how each channel of each layer responds on average over
 * all positions.
 *
 * @param means per layer one value per channel, in units of the activation
 */
public record ActivationPath(Map<String, double[]> means) {

  /**
   * The path of a picture.
   *
   * @param layers which the activations hold, by canonical name
   */
  public static ActivationPath of(final Activations activations, final List<String> layers) {
    final Map<String, double[]> means = new LinkedHashMap<>();
    layers.forEach(layer -> means.put(layer, means(activations.map(layer))));
    return new ActivationPath(means);
  }

  private static double[] means(final FeatureMap map) {
    final double[] means = new double[map.layer().channels()];
    for (int channel = 0; channel < means.length; channel++) {
      means[channel] = mean(map.channel(channel));
    }
    return means;
  }

  /** The mean of a channel's values. */
  static double mean(final float[] values) {
    double sum = 0;
    for (final float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The cosine of the angle between two paths in a layer; 0 where one of them is silent. */
  public double cosine(final ActivationPath other, final String layer) {
    final double[] a = means.get(layer);
    final double[] b = other.means.get(layer);
    final double lengths = Math.sqrt(dot(a, a) * dot(b, b));
    return lengths > 0 ? dot(a, b) / lengths : 0;
  }

  private static double dot(final double[] a, final double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
