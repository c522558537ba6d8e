package io.github.inceptionlens.attribution.cam;

import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.gradient.Gradient;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/** What the class activation maps share: a layer, its activations and its gradients. */
public final class LayerGradients {

  private LayerGradients() {}

  /** Activations and gradients of the requested layer. */
  public record Slopes(double value, Gradient.AtLayer layer) {

    float[] activation(final int channel) {
      return layer.activation().channel(channel);
    }

    float[] gradient(final int channel) {
      return layer.gradient().channel(channel);
    }

    FeatureMap map() {
      return layer.activation();
    }
  }

  static Slopes slopes(final AttributionContext run) {
    final String layer = layer(run);
    final Gradient gradient = run.gradient(GradientRequest.layers(run.objective(), List.of(layer)));
    return new Slopes(gradient.value(), gradient.layers().get(layer));
  }

  /** The requested layer, or the highest one below the target. */
  static String layer(final AttributionContext run) {
    final Architecture architecture = run.network().architecture();
    final String asked = run.request().layer();
    return asked.isEmpty()
        ? highest(architecture, run.objective())
        : architecture.layer(asked).name();
  }

  /** The highest main layer that the objective depends on and does not read, nor do its grafts. */
  private static String highest(final Architecture architecture, final Objective objective) {
    return architecture.mainLayers().stream()
        .filter(layer -> reads(architecture, objective).noneMatch(layer::equals))
        .filter(layer -> Gradients.reaches(architecture, layer, objective))
        .reduce((lower, higher) -> higher)
        .orElseThrow(
            () -> new UserError("there is no layer below the target: name the target's own layer"));
  }

  private static Stream<String> reads(final Architecture architecture, final Objective objective) {
    return objective.names().stream().map(name -> architecture.trunk(name).name());
  }

  /** The sum of the channels' activations, each times a weight. */
  static float[] weighted(final FeatureMap map, final IntToDoubleFunction weight) {
    final double[] sums = new double[map.channel(0).length];
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      final double factor = weight.applyAsDouble(channel);
      final float[] activation = map.channel(channel);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += factor * activation[i];
      }
    }
    return floats(sums);
  }

  /** The sum over channels of a product that is made position by position. */
  static float[] products(final Slopes slopes, final Product product) {
    final double[] sums = new double[slopes.activation(0).length];
    for (int channel = 0; channel < slopes.map().layer().channels(); channel++) {
      final float[] activation = slopes.activation(channel);
      final float[] gradient = slopes.gradient(channel);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += product.of(activation[i], gradient[i]);
      }
    }
    return floats(sums);
  }

  /** From one activation and its gradient. */
  @FunctionalInterface
  interface Product {
    double of(double activation, double gradient);
  }

  private static float[] floats(final double[] values) {
    final float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  static double mean(final float[] values) {
    double sum = 0;
    for (final float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The positive values; zero for others. */
  static float[] rectified(final float[] values) {
    final float[] positive = new float[values.length];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = Math.max(values[i], 0);
    }
    return positive;
  }
}
