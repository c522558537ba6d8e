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
  static ControlledValue<float[]> maps(final MapUnderTest subject) {
    return new ControlledValue<>(
        subject.plane(), random(subject), ControlMaps.sobel(subject.picture()));
  }

  static float[] random(final MapUnderTest subject) {
    return ControlMaps.random(subject.width() * subject.height(), subject.request().seed());
  }

  <R> ControlledValue<R> map(final Function<T, R> function) {
    return new ControlledValue<>(
        function.apply(own), function.apply(random), function.apply(sobel));
  }
}
