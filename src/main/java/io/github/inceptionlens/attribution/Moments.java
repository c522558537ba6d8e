package io.github.inceptionlens.attribution;

import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/** Mean and variance of pictures, value by value, in one go (Welford 1962). */
final class Moments {

  private final PlanarImg<FloatType, FloatArray> like;
  private final double[][] means;
  private final double[][] deviations;
  private int count;

  Moments(final PlanarImg<FloatType, FloatArray> like) {
    this.like = like;
    means = new double[(int) like.dimension(2)][Planes.size(like)];
    deviations = new double[means.length][Planes.size(like)];
  }

  void add(final PlanarImg<FloatType, FloatArray> picture) {
    count++;
    final float[][] values = Planes.arrays(picture);
    for (int channel = 0; channel < values.length; channel++) {
      for (int i = 0; i < values[channel].length; i++) {
        final double step = values[channel][i] - means[channel][i];
        means[channel][i] += step / count;
        deviations[channel][i] += step * (values[channel][i] - means[channel][i]);
      }
    }
  }

  PlanarImg<FloatType, FloatArray> mean() {
    return Planes.map(like, (channel, i) -> means[channel][i]);
  }

  PlanarImg<FloatType, FloatArray> sum() {
    return Planes.map(like, (channel, i) -> count * means[channel][i]);
  }

  /** The mean squared distance from the mean. */
  PlanarImg<FloatType, FloatArray> variance() {
    return Planes.map(like, this::variance);
  }

  PlanarImg<FloatType, FloatArray> meanSquare() {
    return Planes.map(
        like, (channel, i) -> variance(channel, i) + means[channel][i] * means[channel][i]);
  }

  private double variance(final int channel, final int index) {
    return deviations[channel][index] / count;
  }
}
