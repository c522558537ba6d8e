package io.github.inceptionlens.evaluation;

import io.github.inceptionlens.evaluation.measure.ControlMaps;
import java.util.function.Function;

/**
 * Something of a map beside the same of two maps that know nothing of the network.
 *
 * @param own of the map under test
 * @param random of random numbers
 * @param sobel of the picture's edges
 */
record ControlledValue<T>(T own, T random, T sobel) {

  /** The maps themselves, as they are read. */
  static ControlledValue<float[]> maps(final MapUnderTest tested) {
    return new ControlledValue<>(
        tested.plane(), random(tested), ControlMaps.sobel(tested.picture()));
  }

  static float[] random(final MapUnderTest tested) {
    return ControlMaps.random(tested.width() * tested.height(), tested.request().seed());
  }

  <R> ControlledValue<R> map(final Function<T, R> function) {
    return new ControlledValue<>(
        function.apply(own), function.apply(random), function.apply(sobel));
  }
}
