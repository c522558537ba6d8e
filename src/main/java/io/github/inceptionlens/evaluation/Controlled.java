package io.github.inceptionlens.evaluation;

import io.github.inceptionlens.measure.Controls;
import java.util.function.Function;

/**
 * Something of a map beside the same of two maps that know nothing of the network.
 *
 * @param own of the map under test
 * @param random of random numbers
 * @param sobel of the picture's edges
 */
record Controlled<T>(T own, T random, T sobel) {

  /** The maps themselves, as they are read. */
  static Controlled<float[]> maps(final Subject subject) {
    return new Controlled<>(subject.plane(), random(subject), Controls.sobel(subject.picture()));
  }

  static float[] random(final Subject subject) {
    return Controls.random(subject.width() * subject.height(), subject.request().seed());
  }

  <R> Controlled<R> map(final Function<T, R> function) {
    return new Controlled<>(function.apply(own), function.apply(random), function.apply(sobel));
  }
}
