package io.github.inceptionlens.network;

import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Weights of networks that were never trained, for tests: the same for the same seed. */
public final class RandomWeights {

  private static final double BIAS = 0.1;

  private RandomWeights() {}

  /**
   * Normally distributed values with variance 2 / fan-in (He et al. 2015), so that activations
   * neither vanish nor explode with depth; biases with standard deviation 0.1.
   */
  public static Weights of(final Architecture architecture, final long seed) {
    final Random random = new Random(seed);
    final Map<String, float[]> values = new LinkedHashMap<>();
    for (final TensorSpec spec : architecture.tensors()) {
      values.put(spec.name(), normal(random, spec.count(), deviation(spec.shape())));
    }
    return new Weights(architecture.tensors(), values);
  }

  private static double deviation(final List<Integer> shape) {
    final int fanIn = shape.stream().skip(1).reduce(1, Math::multiplyExact);
    return shape.size() == 1 ? BIAS : Math.sqrt(2.0 / fanIn);
  }

  private static float[] normal(final Random random, final int count, final double deviation) {
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }
}
