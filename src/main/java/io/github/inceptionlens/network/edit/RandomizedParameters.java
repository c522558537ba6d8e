package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.TensorSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Destroys what a network has learned in some places: their tensors are drawn anew, normal around
 * zero with each tensor's own standard deviation, so that activations neither die nor explode.
 *
 * @param parameters stems of tensors' names, such as {@code mixed4c_5x5}
 * @param seed the same seed gives a tensor the same values, whatever else is drawn anew
 * @see <a href="https://arxiv.org/abs/1810.03292">Adebayo et al. 2018</a>
 */
public record RandomizedParameters(List<String> parameters, long seed) implements NetworkEdit {

  /** Copies the names. */
  public RandomizedParameters {
    parameters = List.copyOf(parameters);
  }

  /** As the record, of any collection. */
  public RandomizedParameters(final Collection<String> parameters, final long seed) {
    this(List.copyOf(parameters), seed);
  }

  @Override
  public Map<String, float[]> tensors(
      final Architecture edited, final Function<String, float[]> values) {
    final Map<String, float[]> drawn = new LinkedHashMap<>();
    for (final TensorSpec spec : edited.tensors()) {
      final String stem = spec.name().replaceFirst("_[wb]$", "");
      if (parameters.contains(stem)) {
        drawn.put(spec.name(), drawn(spec.name(), values.apply(spec.name())));
      }
    }
    return drawn;
  }

  private float[] drawn(final String name, final float[] trained) {
    final double deviation = deviation(trained);
    final Random random = new Random(seed ^ name.hashCode());
    final float[] values = new float[trained.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  private static double deviation(final float[] values) {
    double sum = 0;
    double squares = 0;
    for (final float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    final double mean = sum / values.length;
    return Math.sqrt(Math.max(squares / values.length - mean * mean, 0));
  }

  @Override
  public String description() {
    return String.format(Locale.ROOT, "randomized %s, seed %d", String.join(" ", parameters), seed);
  }
}
