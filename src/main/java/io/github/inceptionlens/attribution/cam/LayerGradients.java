package io.github.inceptionlens.attribution.cam;

import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.LayerDirections;
import io.github.inceptionlens.network.gradient.Gradient;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import java.util.List;
import java.util.Optional;
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

    /** The same value with what another layer at the same places computed, and its gradient. */
    private Slopes standingFor(final FeatureMap activation, final MapStack gradient) {
      final FeatureMap map = new FeatureMap(activation.layer(), activation.geometry(), gradient);
      return new Slopes(value, new Gradient.AtLayer(activation, map));
    }
  }

  static Slopes slopes(final AttributionContext run) {
    final String layer = layer(run);
    final Gradient gradient = run.gradient(GradientRequest.layers(run.objective(), List.of(layer)));
    return new Slopes(gradient.value(), gradient.layers().get(layer));
  }

  /**
   * Activations and gradients of a layer. Of a module before its rectifiers, which the trunk reads
   * branch by branch: the gradient of the module where it fires. Of a dictionary, on whose entries
   * nothing depends: the gradient of the layer that it reads, along what each entry stands for
   * there.
   *
   * @param layer canonical name
   * @throws UserError when the objective does not depend on the layer
   */
  static Slopes slopes(
      final InceptionV1 network,
      final Picture picture,
      final Objective objective,
      final String layer) {
    final Optional<LayerDirections> entries =
        LayerDirections.of(network.architecture(), layer, network.operations()::values);
    if (entries.isEmpty()) {
      return ofTrunk(network, picture, objective, layer);
    }
    final Slopes read = ofTrunk(network, picture, objective, entries.get().layer());
    final MapStack along = entries.get().along(read.layer().gradient().maps());
    return read.standingFor(network.run(picture, List.of(layer)).map(layer), along);
  }

  private static Slopes ofTrunk(
      final InceptionV1 network,
      final Picture picture,
      final Objective objective,
      final String layer) {
    final Architecture architecture = network.architecture();
    final String rectified = layer.replaceFirst(Architecture.PRE_RELU + "$", "");
    if (rectified.equals(layer)
        || Gradients.reaches(architecture, layer, objective)
        || !Gradients.reaches(architecture, rectified, objective)) {
      return direct(network, picture, objective, layer);
    }
    final Slopes after = direct(network, picture, objective, rectified);
    final float[][] fires = after.map().maps().arrays();
    final float[][] slopes = after.layer().gradient().maps().arrays();
    return after.standingFor(
        network.run(picture, List.of(layer)).map(layer),
        PlaneArithmetic.maps(
            after.map().maps(), (channel, i) -> fires[channel][i] > 0 ? slopes[channel][i] : 0));
  }

  private static Slopes direct(
      final InceptionV1 network,
      final Picture picture,
      final Objective objective,
      final String layer) {
    final GradientRequest wanted = GradientRequest.layers(objective, List.of(layer));
    final Gradient gradient = Gradients.of(network, List.of(picture), wanted).get(0);
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
